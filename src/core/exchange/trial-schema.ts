import * as v from 'valibot';
import { linkHeaders } from '../agent/link-headers';
import type { HookCall } from './hook-call';

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));

/** What a trial did to a call, as a page or a file tells: either may be forged. */
export const trialSchema: v.GenericSchema<unknown, NonNullable<HookCall['trial']>> = v.strictObject({
  id: text(64),
  effect: v.variant('kind', [
    v.strictObject({
      kind: v.literal('header-added'),
      headers: v.pipe(v.array(v.picklist(linkHeaders)), v.maxLength(linkHeaders.length)),
    }),
    v.strictObject({ kind: v.literal('made-credentialed') }),
    v.strictObject({ kind: v.literal('already') }),
    v.strictObject({ kind: v.literal('not-matched') }),
    v.strictObject({ kind: v.literal('not-possible'), why: text(300) }),
  ]),
});

const noted = v.object({ trial: trialSchema });

/** The trial in what Crosslink notes on an entry of a HAR; `null`: none was in force, or somebody spoilt it. */
export function notedTrial(note: unknown): HookCall['trial'] {
  if (note === null) return null;
  const result = v.safeParse(noted, note);
  return result.success ? result.output.trial : null;
}
