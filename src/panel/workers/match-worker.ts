import type { MatchRequest } from './match-messages';
import { createMatchSession } from './match-session';

// Patterns run here because a worker can be ended: a single test of a regex cannot be interrupted otherwise.
const session = createMatchSession(() => performance.now());
let isWorking = false;

/** In turns, so that a newer request takes the place of a long one. */
function work(): void {
  const reply = session.work();
  isWorking = reply !== null;
  if (reply === null) return;
  self.postMessage(reply, { transfer: [reply.states.buffer] });
  setTimeout(work);
}

self.addEventListener('message', ({ data }: MessageEvent<MatchRequest>) => {
  session.receive(data);
  if (!isWorking) work();
});
