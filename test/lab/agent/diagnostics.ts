import { booleanOf, type Config } from './config';
import type { RumCookies } from './cookies';

/** One finding of the agent's self-checks, as `dT_.gdi()` lists them. */
export interface Finding {
  readonly severity: 'Info' | 'Warning' | 'Error';
  readonly text: string;
  readonly type: string;
}

export function selfChecks(
  config: Config,
  modules: string,
  optedIn: boolean,
  cookies: RumCookies,
): Finding[] {
  const automatic = (config['rpid'] ?? '') !== '';
  const findings: Finding[] = [
    {
      severity: 'Info',
      type: 'im',
      text: `OneAgent JavaScripTag, ${automatic ? 'automatically' : 'manually'} injected`,
    },
  ];
  if (!/[7degijmovx]/.test(modules)) {
    findings.push({
      severity: 'Warning',
      type: 'nxma',
      text: 'No module that could detect an XHR is active',
    });
  }
  if (booleanOf(config, 'coo')) {
    findings.push(
      optedIn
        ? { severity: 'Info', type: 'cooeaoa', text: 'Opt-in mode is on and the user has opted in' }
        : { severity: 'Warning', type: 'cooe', text: 'Opt-in mode is on and the user has not opted in' },
    );
  }
  if (cookies.domainReplaced) {
    findings.push({
      severity: 'Warning',
      type: 'dpi',
      text: 'The configured cookie domain does not fit this host',
    });
  }
  if (cookies.secureLeftOut) {
    findings.push({
      severity: 'Error',
      type: 'scbip',
      text: 'Secure cookies are configured on an http page',
    });
  }
  return findings;
}
