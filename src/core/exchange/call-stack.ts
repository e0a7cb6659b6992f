import type { HarStack } from './har';
import { scriptName } from './script-name';
import { sharedCallers } from './shared-callers';
import { isObject, text } from './untrusted-value';

/** How many call frames are looked at; recursion can make stacks of thousands. */
const MAX_FRAMES = 100;
/** How many scripts of a stack are kept. */
const MAX_CALLERS = 8;

/** Names of the scripts on an initiator's stack, the innermost first, each once. */
export function callersOf(initiator: unknown): readonly string[] {
  if (!isObject(initiator)) return [];
  const callers: string[] = [];
  const note = (value: unknown): void => {
    if (value === callers.at(-1)) return;
    const url = text(value);
    if (url === null || callers.length >= MAX_CALLERS) return;
    const name = scriptName(url);
    if (!callers.includes(name)) callers.push(name);
  };
  let frames = 0;
  for (
    let stack = initiator['stack'];
    isObject(stack) && frames < MAX_FRAMES;
    stack = (stack as HarStack).parent
  ) {
    const { callFrames } = stack;
    frames++;
    if (!Array.isArray(callFrames)) continue;
    for (const frame of callFrames as readonly unknown[]) {
      if (frames++ >= MAX_FRAMES) break;
      if (isObject(frame)) note(frame['url']);
    }
  }
  note(initiator['url']);
  return sharedCallers(callers);
}
