/** The browser's, as far as it is used; TypeScript's library does not have it, nor has every Firefox. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

/**
 * The extension's policy lets no text become HTML, code or a script's URL (`require-trusted-types-for`) but by this: the workers are
 * started from files of the extension.
 */
export function trustOwnScripts(
  root: string,
  { trustedTypes }: { readonly trustedTypes?: TrustedTypes } = globalThis as never,
): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url.startsWith(root) ? url : null),
  });
}
