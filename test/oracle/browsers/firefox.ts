import { launchPlainFirefox } from '../../browser/firefox/launch';
import { callExpression } from '../../browser/remote-function';
import type { PageOutcome } from '../call/page-call';
import { otherPort } from '../world/origins';
import { concurrency, type OracleBrowser, type OraclePorts } from './oracle-browser';

/** The system's Firefox ESR as it is installed: third-party cookies are partitioned. */
export async function launchFirefoxOracle(lab: OraclePorts): Promise<OracleBrowser> {
  const { marionette, close } = await launchPlainFirefox({ lab });
  const forcePort = [
    `80=${lab.httpPort}`,
    `443=${lab.httpsPort}`,
    `${otherPort.http}=${lab.httpPort}`,
    `${otherPort.https}=${lab.httpsPort}`,
  ].join(';');
  await marionette.execute('chrome', `Services.prefs.setStringPref('network.socket.forcePort', args[0]);`, [
    forcePort,
  ]);
  const version = await marionette.execute(
    'chrome',
    'return `${Services.appinfo.name}/${Services.appinfo.version}`;',
  );
  return {
    engine: 'firefox',
    version: String(version),
    async open(url) {
      await marionette.send('Marionette:SetContext', { value: 'content' });
      await marionette.send('WebDriver:Navigate', { url });
      const current = await marionette.send('WebDriver:GetCurrentURL');
      return (current as { value: string }).value;
    },
    async runCalls(calls) {
      const run = callExpression(
        (...args: Parameters<typeof runOracleCalls>) => runOracleCalls(...args),
        [calls, concurrency],
      );
      return (await marionette.execute('content', `return ${run};`)) as PageOutcome[];
    },
    async clearCookies() {
      await marionette.execute('chrome', 'Services.cookies.removeAll();');
    },
    close,
  };
}
