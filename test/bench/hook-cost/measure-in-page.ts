/*
 * Runs in a page that holds one frame for each variant: a few calls by turns in each of them, in an order that chance makes anew
 * for each turn, so that whatever else the machine does falls on all alike.
 */
import type { MeasuredFrame } from './measure-in-frame';
import { shuffled } from './shuffled';

/** ms for each call. */
export interface CallCosts {
  readonly fetch: number[];
  readonly xhr: number[];
  readonly later: number[];
}

/** By variant, in the order of the turns. */
export type VariantCosts = Readonly<Record<string, CallCosts>>;

interface Subject {
  readonly costs: CallCosts;
  readonly frame: MeasuredFrame;
}

/** In these rounds caches and compilers warm up. */
const warmUp = 5;
/** Then the answers are waited for: many that are under way slow each other down. */
const turnsInARound = 4;

async function frameOf(scripts: string): Promise<MeasuredFrame> {
  const frame = document.createElement('iframe');
  frame.src = `/?isolated&scripts=${scripts},hook-cost-frame`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.documentElement.append(frame);
  await loaded;
  return frame.contentWindow as MeasuredFrame;
}

async function round(subjects: readonly Subject[]): Promise<void> {
  for (let turn = 0; turn < turnsInARound; turn++) {
    for (const { costs, frame } of shuffled(subjects)) costs.fetch.push(frame.callFetch());
  }
  for (const { costs, frame } of shuffled(subjects)) {
    costs.later.push(frame.doWhatIsLeft());
  }
  for (const { frame } of subjects) await frame.answers();
  for (let turn = 0; turn < turnsInARound; turn++) {
    for (const { costs, frame } of shuffled(subjects)) costs.xhr.push(frame.callXhr());
  }
  for (const { frame } of subjects) {
    frame.doWhatIsLeft();
    await frame.answers();
  }
}

async function measure(): Promise<VariantCosts> {
  const query = new URLSearchParams(location.search);
  const rounds = Number(query.get('rounds'));
  const variants = Object.entries(JSON.parse(query.get('variants') ?? '') as Record<string, string>);
  const subjects: Subject[] = [];
  const costs: Record<string, CallCosts> = {};
  // the order of the frames in the page is chance, too
  for (const [name, scripts] of shuffled(variants)) {
    const own = (costs[name] = { fetch: [], xhr: [], later: [] });
    subjects.push({ costs: own, frame: await frameOf(scripts) });
  }
  for (let n = 0; n < warmUp; n++) await round(subjects);
  for (const { fetch, xhr, later } of Object.values(costs)) fetch.length = xhr.length = later.length = 0;
  for (let n = 0; n < rounds; n++) await round(subjects);
  return costs;
}

Object.defineProperty(globalThis, 'finished', { value: measure() });
