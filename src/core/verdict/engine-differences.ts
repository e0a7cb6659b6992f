import type { Exchange } from '../exchange/types';
import type { Engine } from '../fetch/types';
import { judgeRoutes } from './judge';
import { routes } from './types';
import type { PageFacts, Route, Verdict } from './types';

/** Engines that people use; the standard is none. */
export type ShippingEngine = Exclude<Engine, 'standard'>;
const shippingEngines: readonly ShippingEngine[] = ['chromium', 'firefox'];

/** What another browser makes of a call. */
export interface EngineDifference {
  readonly engine: ShippingEngine;
  /** Its verdicts on the routes where outcome or added preflight differ. */
  readonly verdicts: Readonly<Partial<Record<Route, Verdict>>>;
}

/** Which browsers, other than the one judged for, come to another result, and to which. */
export function engineDifferences(
  exchange: Exchange,
  verdicts: Readonly<Record<Route, Verdict>>,
  page: PageFacts,
): readonly EngineDifference[] {
  const differences: EngineDifference[] = [];
  for (const engine of shippingEngines) {
    if (engine === page.engine) continue;
    const there = judgeRoutes(exchange, factsIn(page, engine));
    const differing = routes.filter((route) => differs(verdicts[route], there[route]));
    if (differing.length === 0) continue;
    differences.push({
      engine,
      verdicts: Object.fromEntries(differing.map((route) => [route, there[route]])),
    });
  }
  return differences;
}

function differs(a: Verdict, b: Verdict): boolean {
  return a.outcome !== b.outcome || a.addsPreflight !== b.addsPreflight;
}

/** By the facts they are made of: what is prepared for a set of facts is prepared once. */
const otherFacts = new WeakMap<PageFacts, Map<Engine, PageFacts>>();

function factsIn(page: PageFacts, engine: Engine): PageFacts {
  const known = otherFacts.get(page) ?? new Map<Engine, PageFacts>();
  otherFacts.set(page, known);
  const facts = known.get(engine) ?? { ...page, engine, recordedIn: page.recordedIn ?? page.engine };
  known.set(engine, facts);
  return facts;
}
