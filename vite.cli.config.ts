import { defineConfig } from 'vite';

/** The command line, with all that it needs in it, for Node: `dist/cli`. The worker is a file of its own. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20.19',
    rolldownOptions: {
      input: { crosslink: 'src/cli/crosslink.ts', 'judge-worker': 'src/cli/judge-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
