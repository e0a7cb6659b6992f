import { build } from 'vite';
import { expect, it } from 'vitest';
import { keepBudget } from '../../../scripts/vite/keep-budget';

/** A build of these files and nothing else. */
function buildOf(files: Readonly<Record<string, number>>): Promise<unknown> {
  return build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { outDir: 'artifacts/keep-budget', minify: false, rolldownOptions: { input: 'entry' } },
    plugins: [
      {
        name: 'files',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) => (id === '\0entry' ? 'export {}' : null),
        generateBundle() {
          for (const [fileName, bytes] of Object.entries(files))
            this.emitFile({ type: 'asset', fileName, source: 'x'.repeat(bytes) });
        },
      },
      keepBudget(),
    ],
  });
}

const within = {
  'page/hook.js': 1_000,
  'content/relay.js': 1_000,
  'assets/background.js': 1_000,
  'assets/devtools.js': 1_000,
  'assets/match-worker-A.js': 1_000,
  'assets/panel.js': 1_000,
  'assets/panel.css': 1_000,
  'icons/crosslink.svg': 400,
};

it('lets a build pass that keeps its budget', async () => {
  await expect(buildOf(within)).resolves.toBeDefined();
});

it.each([
  ['page/hook.js', 40_000, 'page hook: 40000 bytes'],
  ['assets/background.js', 60_000, 'background: 60000 bytes'],
])('fails one whose %s has outgrown it', async (path, bytes, fault) => {
  await expect(buildOf({ ...within, [path]: bytes })).rejects.toThrow(`over budget: ${fault}`);
});
