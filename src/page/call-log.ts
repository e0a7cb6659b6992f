import type { HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { emptyChain, lengthen, takeFirst } from './chain';
import { append } from './natives';
import { reportOf, type ObservedCall } from './observed-call';

/** Where the hooks report to. */
export interface CallLog {
  /** Notes the call; it is told later, when the page does not wait for it. */
  add(call: ObservedCall): void;
  /** Tells what waits. The document may be gone before anything is due: from now on every call is told at once. */
  leave(): void;
  /** The document is shown again. */
  comeBack(): void;
}

export interface CallLogEnvironment {
  /** `dropped`: calls beyond those that may wait. */
  readonly report: (calls: readonly HookCall[], dropped: number) => void;
  /** Runs the task in a while. */
  readonly later: (task: () => void) => void;
}

export function createCallLog({ report, later }: CallLogEnvironment): CallLog {
  const waiting = emptyChain<ObservedCall>();
  let n = 0;
  let dropped = 0;
  let isDue = false;
  let isLeaving = false;

  const tell = (): void => {
    isDue = false;
    if (waiting.length === 0) return;
    const calls: HookCall[] = [];
    for (let call = takeFirst(waiting); call !== undefined; call = takeFirst(waiting)) {
      append(calls, reportOf(call, n++));
    }
    const lost = dropped;
    dropped = 0;
    report(calls, lost);
  };

  return {
    add: (call) => {
      if (waiting.length >= hookLimits.waiting) {
        dropped += 1;
        return;
      }
      lengthen(waiting, call);
      if (isLeaving) tell();
      else if (!isDue) {
        isDue = true;
        later(tell);
      }
    },
    leave: () => {
      isLeaving = true;
      tell();
    },
    comeBack: () => {
      isLeaving = false;
    },
  };
}
