import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { noHtmlFromStrings } from '../../../../scripts/vite/no-html-from-strings';

async function bundle(plugins: readonly ReturnType<typeof noHtmlFromStrings>[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'preact', preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = result as { output: readonly { code?: string }[] };
  return output.map(({ code = '' }) => code).join('\n');
}

describe('the build without HTML from strings', () => {
  it('assigns innerHTML nowhere, where preact does', async () => {
    expect(await bundle([])).toMatch(/\.innerHTML\s*=[^=]/);
    expect(await bundle([noHtmlFromStrings()])).not.toMatch(/\.innerHTML\s*=[^=]/);
  });
});
