import { readFile } from 'node:fs/promises';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { hostsOf, judgeHar, redactReport } from '../../../../../src/core';
import type { Har } from '../../../../../src/core';
import { createSessionsStore } from '../../../../../src/panel/store/session/sessions';
import type { ImportedSession } from '../../../../../src/panel/store/session/types';
import { createSettingsStore } from '../../../../../src/panel/store/settings/settings';
import type { PanelStore } from '../../../../../src/panel/store/types';
import { harText } from '../../../../bench/generate/har';
import { createManualScheduler } from '../manual-scheduler';
import { createMemorySettings } from '../settings/memory-settings';
import { inlineWorkers } from '../../workers/inline-workers';

const fixture = (name: string): Promise<string> =>
  readFile(new URL(`../../../../fixtures/har/${name}`, import.meta.url), 'utf8');
const file = (name: string, text: string): File => new File([text], name);

/** A live session that nothing is asked of. */
const live = { kind: 'live' } as PanelStore;

function createSessions(options: { readonly live: PanelStore | null } = { live: null }) {
  const { scheduler, frame } = createManualScheduler();
  let ids = 0;
  const sessions = createSessionsStore({
    live: options.live,
    settings: createSettingsStore(createMemorySettings(), signal('light')),
    workers: inlineWorkers,
    scheduler,
    newId: () => `s${++ids}`,
    clock: () => Date.UTC(2026, 0, 31),
  });
  /** Lets frames come until nothing is left to judge. */
  const judgeAll = (): void => {
    for (let n = 0; n < 1_000 && frame() > 0; n++);
  };
  return { sessions, judgeAll };
}

const names = (sessions: readonly { readonly name: string }[]): string[] => sessions.map(({ name }) => name);

describe('sessions', () => {
  it('begins with the live session, or with none', () => {
    expect(createSessions({ live }).sessions.active.value).toBe(live);
    expect(createSessions().sessions.active.value).toBeNull();
  });

  it('reads HARs one after the other, and shows the last', async () => {
    const { sessions } = createSessions({ live });
    await sessions.importFiles([
      file('a.har', await fixture('chrome.har')),
      file('b.har', await fixture('charles.har')),
    ]);
    expect(names(sessions.imported.value)).toEqual(['a.har', 'b.har']);
    expect(sessions.active.value).toBe(sessions.imported.value[1]);
    expect(sessions.reading.value).toBeNull();
    expect(new Set(sessions.imported.value.map(({ id }) => id)).size).toBe(2);
  });

  it('judges each by what its file tells, and never mixes them', async () => {
    const { sessions, judgeAll } = createSessions({ live });
    for (const name of ['chrome.har', 'charles.har', 'playwright.har'])
      await sessions.importFiles([file(name, await fixture(name))]);
    judgeAll();
    for (const { name, evidence } of sessions.imported.value) {
      const expected = judgeHar(JSON.parse(await fixture(name)) as Har);
      const report = evidence.report();
      expect(report.exchanges.map(({ id }) => id)).toEqual(expected.exchanges.map(({ id }) => id));
      expect(report.summary).toEqual(expected.summary);
      expect(evidence.hosts()).toEqual(hostsOf(expected));
    }
  });

  it('keeps filter and pattern of each apart', async () => {
    const { sessions } = createSessions();
    await sessions.importFiles([
      file('a.har', await fixture('chrome.har')),
      file('b.har', await fixture('chrome.har')),
    ]);
    const [a, b] = sessions.imported.value as [ImportedSession, ImportedSession];
    a.table.filter.value = 'outcome:breaks';
    a.pattern.replace('api\\.');
    expect(b.table.filter.value).toBe('');
    expect(b.pattern.text.value).not.toBe('api\\.');
  });

  it('closes a session and shows the live one, else the last file, else none', async () => {
    const text = await fixture('charles.har');
    const inDevtools = createSessions({ live }).sessions;
    await inDevtools.importFiles([file('a.har', text)]);
    inDevtools.close(inDevtools.imported.value[0] as ImportedSession);
    expect(inDevtools.active.value).toBe(live);
    expect(inDevtools.imported.value).toEqual([]);

    const inTab = createSessions().sessions;
    await inTab.importFiles([file('a.har', text), file('b.har', text)]);
    inTab.close(inTab.imported.value[1] as ImportedSession);
    expect(inTab.active.value).toBe(inTab.imported.value[0]);
    inTab.close(inTab.imported.value[0] as ImportedSession);
    expect(inTab.active.value).toBeNull();
  });

  it('closing one that is not shown changes nothing else', async () => {
    const { sessions } = createSessions({ live });
    await sessions.importFiles([file('a.har', await fixture('charles.har'))]);
    sessions.choose(live);
    sessions.close(sessions.imported.value[0] as ImportedSession);
    expect(sessions.active.value).toBe(live);
  });

  it('keeps the good entries of a broken file and names the others with their place', async () => {
    const whole = await fixture('chrome.har');
    const { sessions, judgeAll } = createSessions();
    await sessions.importFiles([file('half.har', whole.slice(0, Math.floor(whole.length * 0.8)))]);
    judgeAll();
    const [session] = sessions.imported.value;
    expect(session?.flaws.length).toBeGreaterThan(0);
    const report = session?.evidence.report();
    expect(report?.exchanges.length).toBeGreaterThan(1);
    expect(report?.problems[0]?.what).toMatch(/^line \d+: /);
  });

  it('says of a file that is no HAR what is wrong and where, and goes on with the others', async () => {
    const { sessions } = createSessions({ live });
    await sessions.importFiles([
      file('none.har', '{"log": nonsense'),
      file('empty.har', ''),
      file('good.har', await fixture('charles.har')),
    ]);
    expect(names(sessions.failures.value)).toEqual(['none.har', 'empty.har']);
    expect(sessions.failures.value[0]?.flaws[0]).toMatchObject({ line: 1 });
    expect(sessions.failures.value[1]?.what).toBe('the file is empty');
    expect(names(sessions.imported.value)).toEqual(['good.har']);
    sessions.dismissFailures();
    expect(sessions.failures.value).toEqual([]);
  });

  it('takes a JSON report as something to compare with, not as a session', async () => {
    const report = redactReport(judgeHar(JSON.parse(await fixture('charles.har')) as Har));
    const { sessions } = createSessions({ live });
    await sessions.importFiles([file('report.json', JSON.stringify(report))]);
    expect(names(sessions.reports.value)).toEqual(['report.json']);
    expect(sessions.active.value).toBe(live);
  });
});

describe('an import that takes a while', () => {
  const large = file('large.har', harText({ calls: 3_000, body: 2_000 }));

  it('shows its progress', async () => {
    const { sessions } = createSessions();
    const seen: number[] = [];
    sessions.reading.subscribe((reading) => void (reading && seen.push(reading.bytes)));
    await sessions.importFiles([large]);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(large.size);
  });

  it('can be given up, with all the files that wait', async () => {
    const { sessions } = createSessions({ live });
    const importing = sessions.importFiles([large, file('next.har', await fixture('charles.har'))]);
    await until(() => sessions.reading.value !== null);
    sessions.cancelImport();
    await importing;
    expect(sessions.imported.value).toEqual([]);
    expect(sessions.reading.value).toBeNull();
    expect(sessions.active.value).toBe(live);
  });

  it('given up, does not keep the next one from being read, however soon that comes', async () => {
    const { sessions } = createSessions();
    const importing = sessions.importFiles([large]);
    await until(() => sessions.reading.value !== null);
    sessions.cancelImport();
    await sessions.importFiles([file('next.har', await fixture('charles.har'))]);
    await importing;
    expect(names(sessions.imported.value)).toEqual(['next.har']);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
