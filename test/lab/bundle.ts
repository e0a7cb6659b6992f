import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The scripts that the lab's pages load, by name; each is one entry that is bundled when it is first asked for. */
const entries = {
  agent: './agent/agent.ts',
  'new-rum': './agent/new-rum.ts',
  shop: './shop/main.tsx',
  scenario: './scenario-page/main.ts',
} as const;

export type BundleName = keyof typeof entries;

const built = new Map<BundleName, Promise<string>>();

/** One classic script made of an entry and all that it imports. */
export function bundle(name: BundleName): Promise<string> {
  const running = built.get(name) ?? buildClassicScript(name);
  built.set(name, running);
  return running;
}

async function buildClassicScript(name: BundleName): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(entries[name], import.meta.url)),
        formats: ['iife'],
        name: 'crosslinkLab',
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error(`The bundle ${name} has no script`);
}
