import { build, type LogLevel, type Plugin } from 'vite';
import { contentScriptFiles } from '../src/protocol/content-script-files.ts';

const sources = {
  [contentScriptFiles.trialInForce]: 'src/content/trial-in-force.iife.ts',
  [contentScriptFiles.relay]: 'src/content/relay.iife.ts',
  [contentScriptFiles.hook]: 'src/page/hook.iife.ts',
};

/**
 * Builds the scripts that the background registers for pages, each as one classic script: a module would be loaded
 * asynchronously, after the page's own scripts. No manifest key names them.
 */
export function contentScripts(target: string): Plugin {
  return {
    name: 'crosslink-content-scripts',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, source] of Object.entries(sources)) {
        this.emitFile({ type: 'asset', fileName, source: await classicScript(source, target) });
      }
    },
  };
}

/** One classic script made of a module and all that it imports. */
export async function classicScript(
  input: string,
  target: string,
  logLevel: LogLevel = 'warn',
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel,
    build: {
      target,
      write: false,
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk, ...more] = outputs.flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${input} does not make one script`);
  return chunk.code;
}
