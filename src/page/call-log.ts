import type { HookCall } from '../core/exchange/hook-call';
import { hookLimits } from '../protocol/hook-limits';
import { agentPresence, currentBase, currentUrl, timeNow } from './document-facts';
import { append } from './natives';
import { reportOf, type ObservedCall } from './observed-call';

/** Where the hooks report to. */
export interface CallLog {
  /** Notes a call that is made now; it is told later, when the page does not wait for it. */
  add(facts: ObservedCall['facts'], trial: HookCall['trial']): void;
  /** Tells what waits. The document may be gone before anything is due: from now on every call is told at once. */
  readonly leave: () => void;
  /** The document is shown again. */
  readonly comeBack: () => void;
}

export interface CallLogEnvironment {
  /** `dropped`: calls beyond those that may wait. */
  readonly report: (calls: readonly HookCall[], dropped: number) => void;
  /** Runs the task in a while. */
  readonly later: (task: () => void) => void;
}

export function createCallLog({ report, later }: CallLogEnvironment): CallLog {
  // each knows the next one: an array would ask `Array.prototype` for a setter of the index
  let first: ObservedCall | null = null;
  let last: ObservedCall | null = null;
  let waiting = 0;
  let n = 0;
  let dropped = 0;
  let isDue = false;
  let isLeaving = false;

  const tell = (): void => {
    const calls: HookCall[] = [];
    let call = first;
    first = last = null;
    waiting = 0;
    for (; call !== null; call = call.next) {
      const told = reportOf(call, n);
      if (told === null) continue;
      append(calls, told);
      n += 1;
    }
    if (calls.length === 0) return;
    const lost = dropped;
    dropped = 0;
    report(calls, lost);
  };

  // what is told before leaves it due: a timer costs the page as much as some calls
  const tellWhenDue = (): void => {
    isDue = false;
    tell();
  };

  return {
    add: (facts, trial) => {
      if (waiting >= hookLimits.waiting) {
        dropped += 1;
        return;
      }
      const at = timeNow();
      const call: ObservedCall = {
        at,
        documentUrl: currentUrl(),
        baseUrl: currentBase(),
        agent: agentPresence(at),
        trial,
        facts,
        next: null,
      };
      if (last === null) first = call;
      else last.next = call;
      last = call;
      waiting += 1;
      if (isLeaving) tell();
      else if (!isDue) {
        isDue = true;
        later(tellWhenDue);
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
