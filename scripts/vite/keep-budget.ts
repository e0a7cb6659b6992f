import type { Plugin } from 'vite';
import { budgetFaults } from '../bundle-budget.ts';

/** Fails a build that has outgrown its budget (`scripts/bundle-budget.ts`). */
export function keepBudget(): Plugin {
  return {
    name: 'crosslink-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = Object.entries(bundle).map(([path, output]) => ({
        path,
        bytes: Buffer.byteLength(output.type === 'chunk' ? output.code : output.source),
      }));
      const faults = budgetFaults(files);
      if (faults.length > 0) this.error(`over budget: ${faults.join('; ')}`);
    },
  };
}
