import { isSecretName, isSecretWord, isSessionName, mask } from './secret-shape';

const value = String.raw`"[^"]*"|'[^']*'|[^\s"'&;,<>{}]+`;
// the lookbehind keeps a long word from being tried from each of its letters
const equals = new RegExp(String.raw`(?<![\w-])([\w-]+)(\s*=\s*)(${value})`, 'g');
const colon = new RegExp(String.raw`(?<![\w-])(["']?)([\w-]+)\1(\s*:\s*)(${value})`, 'g');
const scheme = /\b(Bearer|Basic|Digest|Negotiate)([\s+]+)([\w+/=~.-]{6,})/gi;

/**
 * Text without what is assigned to a telling name: `token=…`, `"token": "…"`, and what follows an authentication scheme.
 * In
 * prose ("a basic rule") a word follows the name of a scheme, in a challenge (`Basic realm="…"`) a parameter.
 */
export function redactAssignments(text: string): string {
  return text
    .replace(scheme, (all: string, name: string, space: string, credentials: string, at: number) => {
      const isParameter = text[at + all.length] === '"';
      return !isParameter && (/^[A-Z]/.test(name) || /\d/.test(credentials)) ? `${name}${space}${mask}` : all;
    })
    .replace(equals, (all, name: string, sign: string, assigned: string) => {
      if (isSecretName(name) || isSessionName(name)) return `${name}${sign}${mask}`;
      const [quote = ''] = /^["']/.exec(assigned) ?? [];
      return quote === '' ? all : `${name}${sign}${quote}${redactAssignments(assigned.slice(1, -1))}${quote}`;
    })
    .replace(colon, (all, quote: string, name: string, sign: string) =>
      // a colon also ends what is no name: "the key: …"
      (quote === '' ? isSecretWord(name) : isSecretName(name))
        ? `${quote}${name}${quote}${sign}${mask}`
        : all,
    );
}
