import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../../../src/core';
import { browserName } from '../../../../src/panel/screenshot/browser-name';
import { shotModel, type ShotSource } from '../../../../src/panel/screenshot/shot-model';
import { createSessionsStore } from '../../../../src/panel/store/session/sessions';
import { createSettingsStore } from '../../../../src/panel/store/settings/settings';
import { hostileHar, secrets } from '../../core/report/hostile-har';
import { createManualScheduler } from '../store/manual-scheduler';
import { createMemorySettings } from '../store/settings/memory-settings';
import { inlineWorkers } from '../workers/inline-workers';

/** The model of a session as its table shows it after `arrange`. */
async function modelOf(
  arrange: (
    table: ShotSource['table'] & { filter: { value: string }; grouped: { value: boolean } },
  ) => void = () => {},
) {
  const { scheduler, frame } = createManualScheduler();
  const sessions = createSessionsStore({
    live: null,
    settings: createSettingsStore(createMemorySettings(), signal('light')),
    workers: inlineWorkers,
    scheduler,
    newId: () => 's1',
    clock: () => Date.UTC(2026, 0, 31, 14, 5),
  });
  await sessions.importFiles([new File([JSON.stringify(hostileHar)], 'hostile.har')]);
  for (let n = 0; n < 100 && frame() > 0; n++);
  const [session] = sessions.imported.value;
  if (session === undefined) throw new Error('the HAR was not read');
  arrange(session.table as never);
  for (let n = 0; n < 100 && frame() > 0; n++);
  const report = session.evidence.report();
  return shotModel({ report, table: session.table, browser: 'Chromium 156', file: session.name });
}

describe('shotModel', () => {
  test('says what it is about: page, agent, pattern, rules, date, file, and how much is shown', async () => {
    const { facts } = await modelOf();
    expect(facts.map(([label]) => label)).toEqual([
      'Page',
      'RUM agent',
      'Pattern (x-dtc)',
      'Judged by the rules of',
      'Generated',
      'From the file',
      'Shown',
    ]);
    expect(Object.fromEntries(facts)).toMatchObject({
      Generated: expect.stringContaining('2026-01-31 14:05 UTC'),
      'From the file': 'hostile.har',
      Shown: expect.stringMatching(/^all 5 calls, \d endpoints$/),
    });
  });

  test('has the rows of the table as filtered, and says the filter', async () => {
    const whole = await modelOf();
    const part = await modelOf((table) => void (table.filter.value = 'host:api.shop.test'));
    expect(part.rows.length).toBeLessThan(whole.rows.length);
    expect(part.rows.every(({ name }) => name.startsWith('https://api.shop.test/'))).toBe(true);
    expect(Object.fromEntries(part.facts)['Shown']).toBe(
      '3 of 5 calls, 5 endpoints; filter: host:api.shop.test',
    );
  });

  test('counts as the report does', async () => {
    const { routes } = await modelOf();
    const { summary } = judgeHar(hostileHar);
    for (const [index, route] of (['today', 'cookies', 'header'] as const).entries()) {
      for (const { outcome, count } of routes[index]?.counts ?? [])
        expect(count).toBe(summary[route][outcome]);
    }
  });

  test('says of every route that would break a call why', async () => {
    const { rows } = await modelOf();
    for (const { outcomes, why } of rows) {
      const breaking = Object.values(outcomes ?? {}).filter((outcome) => outcome === 'breaks');
      expect(why).toHaveLength(breaking.length);
      for (const sentence of why) expect(sentence).toMatch(/^(Cookies|Header): \S/);
    }
    expect(rows.some(({ why }) => why.length > 0)).toBe(true);
  });

  test.each([true, false])('masks secrets and shows controls (grouped: %s)', async (grouped) => {
    const text = JSON.stringify(await modelOf((table) => void (table.grouped.value = grouped)));
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[\u202a-\u202e]|\\u001b/);
  });
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153.0'],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chromium 156'],
  ['Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edge 156'],
  ['curl/8', 'a browser that does not say its name'],
])('browserName(%j)', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
