import { analyse } from '../../../../src/panel/workers/analyse';
import type { PanelWorkers } from '../../../../src/panel/workers/browser-workers';
import { createMatchSession } from '../../../../src/panel/workers/match-session';

/** The workers' own code without threads: what is posted is answered before `post` returns. */
export const inlineWorkers: PanelWorkers = {
  match: (listener) => {
    const session = createMatchSession(() => performance.now());
    return {
      post: (request) => {
        session.receive(request);
        for (let reply = session.work(); reply !== null; reply = session.work()) listener.reply(reply);
      },
      terminate: () => {},
    };
  },
  analysis: (listener) => ({
    post: ({ id, task }) => listener.reply({ id, result: analyse(task) }),
    terminate: () => {},
  }),
};
