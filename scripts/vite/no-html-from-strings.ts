import type { Plugin } from 'vite';

const assignment = /\b(\w+)\.innerHTML=(\w+)\.__html/g;

/**
 * Takes the one place out of preact where text becomes HTML (`dangerouslySetInnerHTML`): what a page sends can then be
 * shown as text only, even by mistake. Fails the build when preact's code no longer has exactly that one place.
 */
export function noHtmlFromStrings(): Plugin {
  return {
    name: 'crosslink:no-html-from-strings',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        const found = code.match(assignment)?.length ?? 0;
        if (found !== 1) this.error(`preact assigns innerHTML in ${found} places, not in one`);
        return { code: code.replace(assignment, '$1.textContent=$2.__html'), map: null };
      },
    },
  };
}
