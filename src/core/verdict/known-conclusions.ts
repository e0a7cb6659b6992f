import type { Tagging } from '../agent/types';
import type { Exchange } from '../exchange/types';
import { CallTaggings, taggingBy } from './call-taggings';
import { circumstances } from './circumstances';
import type { PageContext } from './page-context';
import type { Conclusion, Route } from './types';

export type Conclusions = Readonly<Record<Route, Conclusion>>;

/** What calls in the same circumstances came to. */
interface Known {
  readonly circumstances: readonly unknown[];
  /** The agents that were asked about the call's URL. */
  readonly asked: readonly PageContext[];
  /** By what they said. */
  readonly answers: { readonly taggings: readonly Tagging[]; readonly conclusions: Conclusions }[];
}

/** How many circumstances of one kind of request, kinds, and answers of agents are kept. */
const capacity = { alike: 32, kinds: 128, answers: 16 };

const stores = new WeakMap<PageContext, Map<unknown, Known[]>>();

/**
 * The conclusions about a call. The calls of a log have few circumstances between them: most are not judged, but come to what
 * one like them came to.
 *
 * @param conclude judges the call; what it asks agents about it, it asks by the taggings given
 */
export function knownConclusions(
  exchange: Exchange,
  context: PageContext,
  conclude: (taggings: CallTaggings) => Conclusions,
): Conclusions {
  const found = circumstances(exchange, context);
  if (found === null) return conclude(new CallTaggings(exchange));
  const alike = alikeIn(context, found[0]);
  const known = alike.find((each) => areEqual(each.circumstances, found));
  if (known === undefined) {
    const taggings = new CallTaggings(exchange);
    const conclusions = conclude(taggings);
    const { asked, answers } = taggings;
    if (alike.length >= capacity.alike) alike.length = 0;
    alike.push({ circumstances: found, asked, answers: [{ taggings: answers, conclusions }] });
    return conclusions;
  }
  const { asked, answers } = known;
  const now = asked.map((agent) => taggingBy(agent, exchange));
  const before = answers.find((each) => areAlike(each.taggings, now));
  if (before !== undefined) return before.conclusions;
  const conclusions = conclude(new CallTaggings(exchange));
  if (answers.length >= capacity.answers) answers.length = 0;
  answers.push({ taggings: now, conclusions });
  return conclusions;
}

function alikeIn(context: PageContext, kind: unknown): Known[] {
  let kinds = stores.get(context);
  if (kinds === undefined) stores.set(context, (kinds = new Map()));
  let alike = kinds.get(kind);
  if (alike === undefined) {
    if (kinds.size >= capacity.kinds) kinds.clear();
    kinds.set(kind, (alike = []));
  }
  return alike;
}

function areAlike(a: readonly Tagging[], b: readonly Tagging[]): boolean {
  return a.every((tagging, index) => saysTheSame(tagging, b[index]));
}

function saysTheSame(a: Tagging, b: Tagging | undefined): boolean {
  return (
    b !== undefined &&
    a.decided === b.decided &&
    areEqual(a.headers, b.headers) &&
    areEqual(a.reasons, b.reasons)
  );
}

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  // every call is compared: a callback for each item would cost more than the comparison
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
