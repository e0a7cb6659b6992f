import type {
  AnalysisReply,
  AnalysisRequest,
  AnalysisResult,
  AnalysisTask,
} from '../../workers/analysis-messages';
import type { StartWorker, WorkerPort } from '../../workers/worker-port';
import type { Scheduler } from '../scheduler';

/** ms after which an analysis is given up. */
const timeLimit = 10_000;

/** What the analysis worker answered, or why it did not. */
export type AnalysisAnswer = AnalysisResult | { readonly type: 'failed'; readonly message: string };

/** Asks the analysis worker one question at a time; a newer one takes the place of the one before. */
export interface AnalysisClient {
  ask(task: AnalysisTask, answered: (answer: AnalysisAnswer) => void): void;
  cancel(): void;
}

export function createAnalysisClient(
  start: StartWorker<AnalysisRequest, AnalysisReply>,
  scheduler: Scheduler,
): AnalysisClient {
  let worker: WorkerPort<AnalysisRequest> | null = null;
  let lastId = 0;
  let open: { readonly id: number; answered(answer: AnalysisAnswer): void; cancelLimit(): void } | null =
    null;

  const dismiss = (): void => {
    worker?.terminate();
    worker = null;
  };
  const answer = (given: AnalysisAnswer): void => {
    const question = open;
    open = null;
    question?.cancelLimit();
    question?.answered(given);
  };
  const fail = (message: string): void => {
    dismiss();
    answer({ type: 'failed', message });
  };
  const cancel = (): void => {
    // It is at work on what nobody waits for any more.
    if (open !== null) dismiss();
    open?.cancelLimit();
    open = null;
  };

  return {
    ask: (task, answered) => {
      cancel();
      lastId += 1;
      const cancelLimit = scheduler.after(() => fail('It took too long.'), timeLimit);
      open = { id: lastId, answered, cancelLimit };
      worker ??= start({ reply: ({ id, result }) => open?.id === id && answer(result), fail });
      worker.post({ id: lastId, task });
    },
    cancel,
  };
}
