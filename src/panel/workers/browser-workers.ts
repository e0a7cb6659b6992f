import type { AnalysisReply, AnalysisRequest } from './analysis-messages';
import type { MatchReply, MatchRequest } from './match-messages';
import { browserWorker, type StartWorker } from './worker-port';

/** The workers that the panel starts. */
export interface PanelWorkers {
  readonly match: StartWorker<MatchRequest, MatchReply>;
  readonly analysis: StartWorker<AnalysisRequest, AnalysisReply>;
}

/** Files of the extension: the bundler finds them by these very expressions. */
export const browserWorkers: PanelWorkers = {
  match: browserWorker(() => new Worker(new URL('./match-worker.ts', import.meta.url), { type: 'module' })),
  analysis: browserWorker(
    () => new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' }),
  ),
};
