import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { startHookLab, type HookLab } from './hook/hook-lab';
import { readRows } from './panel-rows';
import {
  endpoints,
  overUrlOf,
  placePages,
  places,
  placesPage,
  urlOf,
  type Endpoint,
  type Place,
} from './site/places';
import {
  accessIs,
  hookIs,
  inNewPage,
  pressButton,
  readComparison,
  startTrial,
  trialIs,
  typePattern,
  ungroup,
  type ComparedEndpoint,
} from './site/panel-steps';
import { soon, waitUntil } from './wait-until';

/** Of the calls to each endpoint, where the trial is in force. */
const altered: readonly Arrived[] = ['tagged', 'refused', 'refused'];

const calls = places.flatMap((place) => endpoints.map((endpoint) => [place, endpoint] as const));

/** What the API got from a place: the call itself, with or without `x-dtc`, or the question only. */
type Arrived = 'untouched' | 'tagged' | 'refused' | 'nothing';

describe.each(browsers)('a trial in every place of a page in $name', ({ launch }) => {
  let lab: HookLab;
  let driver: PanelDriver;

  const arrived = (place: Place, endpoint: Endpoint): Arrived => {
    const target = urlOf(place, endpoint).replace('http://', '');
    const own = lab.received.filter((each) => each.target === target);
    const call = own.find(({ method }) => method === 'GET');
    if (call !== undefined) return call.headers['x-dtc'] === undefined ? 'untouched' : 'tagged';
    const asked = own.some(
      ({ method, headers }) => method === 'OPTIONS' && headers['access-control-request-headers'] === 'x-dtc',
    );
    return asked ? 'refused' : 'nothing';
  };

  /** Each place's calls, once all are over. */
  async function walked(): Promise<ReadonlyMap<Place, readonly Arrived[]>> {
    for (const place of places) await lab.waitFor('GET', overUrlOf(place).replace('http://', ''));
    return new Map(places.map((place) => [place, endpoints.map((endpoint) => arrived(place, endpoint))]));
  }

  /** Waits until every call has a row with such a verdict on the header route. */
  async function rowsSay(
    is: (place: Place, endpoint: Endpoint, header: string | undefined) => boolean,
  ): Promise<void> {
    await waitUntil('a verdict of every call', async () => {
      const rows = await readRows(driver);
      return calls.every(([place, endpoint]) =>
        rows.some(
          (row) =>
            row.kind === 'exchange' && row.url === urlOf(place, endpoint) && is(place, endpoint, row.header),
        ),
      );
    });
  }

  /** Firefox’s log does not tell a worker’s call from the page’s. */
  const predicted = (place: Place, endpoint: Endpoint): string => {
    if (place === 'worker' && driver.engine === 'chromium') return 'cannot';
    return endpoint === 'closed' ? 'breaks' : 'links';
  };
  const isReached = (place: Place): boolean =>
    place !== 'worker' &&
    // Firefox tells no server timings over http; its injected script runs in sandboxed frames, too
    place !== (driver.engine === 'chromium' ? 'sandboxed-srcdoc' : 'cross-origin-frame');
  const unreachedWhy: Readonly<Partial<Record<Place, string>>> = {
    worker: 'by a worker',
    'sandboxed-srcdoc': 'a sandboxed frame without a URL of its own',
    'cross-origin-frame': 'load the page again',
  };

  /** The line of the comparison; what the calls did reaches the panel a moment after the servers. */
  const expectedLine = (place: Place, endpoint: Endpoint): Partial<ComparedEndpoint> => {
    const line = { predicted: predicted(place, endpoint) };
    if (!isReached(place)) {
      return { ...line, tried: null, why: expect.stringContaining(unreachedWhy[place] ?? '?') as string };
    }
    return {
      ...line,
      tried: endpoint === 'open' ? 'links' : 'breaks',
      difference:
        endpoint === 'changing'
          ? 'not as predicted: the endpoint answers otherwise than when it was probed'
          : '',
    };
  };

  async function openComparison(): Promise<void> {
    const isOpen = await driver.panelEval(() => document.querySelector('.trial-comparison') !== null);
    if (!isOpen) await driver.click('[aria-label="Baseline against trial"]');
  }

  const allUntouched = new Map(places.map((place) => [place, endpoints.map(() => 'untouched')]));

  beforeAll(async () => {
    lab = await startHookLab(placePages);
    lab.allowed['/changing'] = { 'access-control-allow-headers': 'x-dtc' };
    driver = await launch({ lab });
    await driver.openPage(placesPage);
    await driver.openPanel();
    await driver.panelWait(ungroup);
    await typePattern(driver, 'api\\.shop');
    await accessIs(driver, 'all');
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  it('begins with a page that nothing alters', async () => {
    lab.received.length = 0;
    await driver.openPage(placesPage);
    expect(await walked()).toEqual(allUntouched);
  });
  it('predicts what every endpoint will do, once it was asked', async () => {
    await rowsSay((_, __, header) => header !== undefined);
    await driver.click('.toolbar [aria-label^="Probe"]');
    await rowsSay((place, endpoint, header) => header === predicted(place, endpoint));
  });

  it('is in every document from its first call on, whatever the page does against it, but for those that it cannot reach', async () => {
    lab.received.length = 0;
    // between probe and trial
    lab.allowed['/changing'] = {};
    await inNewPage(driver, () => startTrial(driver, 'header', 'strict'));
    await hookIs(driver, 'observing');
    const tried = await walked();
    expect(tried).toEqual(
      new Map(places.map((place) => [place, isReached(place) ? altered : endpoints.map(() => 'untouched')])),
    );
  });

  it.each(calls)(
    'the panel says of %s/%s what the servers saw, and why it is not as predicted',
    async (place, endpoint) => {
      await openComparison();
      await expect
        .poll(
          async () =>
            (await readComparison(driver)).find(
              ({ endpoint: name }) => name === `GET ${urlOf(place, endpoint)}`,
            ),
          soon,
        )
        .toMatchObject(expectedLine(place, endpoint));
    },
  );

  it('is stopped at once: after it every server gets what it got before', async () => {
    await pressButton(driver, 'Stop trial');
    await trialIs(driver, 'over');
    lab.received.length = 0;
    await inNewPage(driver, () => pressButton(driver, 'Reload page'));
    expect(await walked()).toEqual(allUntouched);
    expect(lab.received.filter(({ method, headers }) => method === 'OPTIONS' || headers['x-dtc'])).toEqual(
      [],
    );
    expect(await driver.pageEval(() => [document.title, sessionStorage.length])).toEqual(['page', 0]);
  });

  it('as if fixed, alters what it can mend the answers to, in frames of other origins, too, and nothing else', async () => {
    lab.received.length = 0;
    await inNewPage(driver, () => startTrial(driver, 'header', 'as-if-fixed'));
    const mended = (place: Place): boolean => isReached(place) && !place.startsWith('sandboxed');
    expect(await walked()).toEqual(
      new Map(places.map((place) => [place, endpoints.map(() => (mended(place) ? 'tagged' : 'untouched'))])),
    );
    await openComparison();
    // the page hook's word reaches the panel a moment after the log's
    await expect
      .poll(
        async () =>
          (await readComparison(driver)).find(({ endpoint }) => endpoint.endsWith('/open/sandboxed-frame'))
            ?.why,
        soon,
      )
      .toBe('The answers to a frame without an origin cannot be mended.');
  });
});
