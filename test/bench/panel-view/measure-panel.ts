/** The panel, as far as it takes to fill it. */
export interface PanelUnderTest {
  add(calls: number): void;
  /** Calls that have arrived in the table's store. */
  received(): number;
  showFlat(): void;
}

export interface PanelFigures {
  /** ms from the keystroke until the table that it narrows is painted; several filters. */
  readonly keystrokes: readonly number[];
  /** ms from a click on a column's head until the sorted table is painted. */
  readonly sorts: readonly number[];
  /** ms from one frame to the next while the table is scrolled by 20 rows in each. */
  readonly scrollFrames: readonly number[];
  /** ms from 1,000 new calls until the last of them is painted, and the longest time without a frame meanwhile. */
  readonly insertion: { readonly total: number; readonly longestFrame: number };
  /** Bytes of heap that the calls take, after a collection. */
  readonly heap: number;
}

const filters = ['things-7', 'outcome:breaks', 'host:partner -things-3', '/things-\\d+\\/9/', 'q=12'];

/** Fills the panel with calls and measures what a person waits for, in the page itself. */
export async function measurePanel(count: number, panel: PanelUnderTest): Promise<PanelFigures> {
  panel.showFlat();
  await painted();
  const before = usedHeap();
  for (let added = 0; added < count; added += 1_000) panel.add(Math.min(1_000, count - added));
  await until(() => panel.received() === count);
  await settled();
  return {
    heap: (await steadyHeap()) - before,
    keystrokes: await inTurn(filters, keystroke),
    sorts: await inTurn(['Name', 'Started', 'Name'], sort),
    scrollFrames: await scroll(120),
    insertion: await insert(panel),
  };
}

async function inTurn<T>(values: readonly T[], measure: (value: T) => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (const value of values) results.push(await measure(value));
  return results;
}

async function keystroke(text: string): Promise<number> {
  const took = await changeOfTable(() => type(text));
  await changeOfTable(() => type(''));
  await settled();
  return took;
}

function type(text: string): void {
  const field = find('[aria-label="Filter"]');
  if (!(field instanceof HTMLInputElement)) throw new Error('no filter field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function sort(title: string): Promise<number> {
  const heads = [...document.querySelectorAll<HTMLElement>('.head-button')];
  const head = heads.find((each) => each.textContent?.includes(title));
  if (head === undefined) throw new Error(`no column ${title}`);
  const took = await changeOfTable(() => head.click());
  await settled();
  return took;
}

async function scroll(frames: number): Promise<number[]> {
  const table = find('.table');
  const times: number[] = [];
  let step = 20 * 22;
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    const before = table.scrollTop;
    table.scrollTop += step;
    // back again from the ends
    if (table.scrollTop === before) step = -step;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}

async function insert(panel: PanelUnderTest): Promise<PanelFigures['insertion']> {
  const goal = panel.received() + 1_000;
  const start = performance.now();
  let last = start;
  let longestFrame = 0;
  panel.add(1_000);
  while (panel.received() < goal) {
    await nextFrame();
    const now = performance.now();
    longestFrame = Math.max(longestFrame, now - last);
    last = now;
  }
  await painted();
  return { total: performance.now() - start, longestFrame };
}

/** ms from an action until the table that it changed is painted. */
async function changeOfTable(action: () => void): Promise<number> {
  const before = shownRows();
  const start = performance.now();
  action();
  await until(() => shownRows() !== before);
  await painted();
  return performance.now() - start;
}

/** What can be seen of the table, apart from its look. */
function shownRows(): string {
  const rows = [...document.querySelectorAll<HTMLElement>('.body-group > .row')];
  return `${find('.table').getAttribute('aria-rowcount')} ${rows.map(({ dataset }) => dataset['url']).join(' ')}`;
}

function find(css: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(css);
  if (element === null) throw new Error(`nothing is ${css}`);
  return element;
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Resolves when what is laid out now has been handed to the screen. */
async function painted(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when nothing has kept the page from painting for a while. */
async function settled(): Promise<void> {
  for (let quiet = 0, last = await nextFrame(); quiet < 10;) {
    const now = await nextFrame();
    quiet = now - last < 40 ? quiet + 1 : 0;
    last = now;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextFrame();
}

/** When work behind the painting, which lets frames pass, is over, too. */
async function steadyHeap(): Promise<number> {
  for (let last = Infinity; ;) {
    const now = usedHeap();
    if (Math.abs(now - last) < now / 1_000) return now;
    last = now;
    await settled();
  }
}

/** Chromium, with `--expose-gc` and `--enable-precise-memory-info`. */
function usedHeap(): number {
  const { gc } = globalThis as { gc?: () => void };
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  if (gc === undefined || memory === undefined) throw new Error('the heap cannot be measured');
  gc();
  return memory.usedJSHeapSize;
}
