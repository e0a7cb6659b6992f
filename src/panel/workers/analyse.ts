import { lintBacktracking, suggestPattern } from '../../core';
import type { AnalysisResult, AnalysisTask } from './analysis-messages';

/** ms */
const backtrackingTimeout = 400;

/** The analysis worker's part, without the worker. */
export function analyse(task: AnalysisTask): AnalysisResult {
  switch (task.type) {
    case 'backtracking':
      return {
        type: task.type,
        findings: lintBacktracking(task.pattern, { timeoutMs: backtrackingTimeout }),
      };
    case 'suggest':
      return { type: task.type, suggestion: suggestPattern(task.request) };
  }
}
