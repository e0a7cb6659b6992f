import { analyse } from './analyse';
import type { AnalysisReply, AnalysisRequest } from './analysis-messages';

self.addEventListener('message', ({ data: { id, task } }: MessageEvent<AnalysisRequest>) => {
  const reply: AnalysisReply = { id, result: analyse(task) };
  self.postMessage(reply, {});
});
