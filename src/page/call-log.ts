import type { HookCall } from '../core/exchange/hook-call';

/** Where the hooks report to. */
export interface CallLog {
  /** Numbers the call and sends a copy on its way; nothing waits for it. */
  add(call: Omit<HookCall, 'n'>): void;
}

export function createCallLog(report: (call: HookCall) => void): CallLog {
  let n = 0;
  return { add: (call) => report({ ...call, n: n++ }) };
}
