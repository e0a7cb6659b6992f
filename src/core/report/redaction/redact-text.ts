import { redactUrl } from './redact-url';
import { isSecretName, mask, maskLookalikes } from './secret-shape';

const url = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*[^\s"'<>,.;:!?)]/gi;
const assignment = /([\w-]+)(\s*=\s*)("[^"]*"|[^\s"'&;,<>]+)/g;
const scheme = /\b(Bearer|Basic|Digest|Negotiate)(\s+)[\w+/=~.-]{6,}/g;

/**
 * Running text (a reason's sentence, a header of no special kind) without secrets: those in URLs, after a telling name
 * (`token=…`), after an authentication scheme, and those that show by their look.
 */
export function redactText(text: string): string {
  const withoutUrls = text.replace(url, redactUrl);
  return maskLookalikes(
    withoutUrls
      .replace(scheme, (_, name: string, space: string) => `${name}${space}${mask}`)
      .replace(assignment, (all, name: string, equals: string) =>
        isSecretName(name) || name.startsWith('dtCookie') ? `${name}${equals}${mask}` : all,
      ),
  );
}
