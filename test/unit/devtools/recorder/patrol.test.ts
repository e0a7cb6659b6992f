import { describe, expect, it } from 'vitest';
import { startPatrol } from '../../../../src/devtools/recorder/patrol';
import { createManualTimer } from '../../protocol/manual-timer';

/** A patrol over a log of so many requests, in which each look takes so long (ms). */
function setUp(entries: number, duration: number) {
  const clock = createManualTimer(0);
  let length = entries;
  const looks: number[] = [];
  let spent = 0;
  let recording = true;
  let late = false;
  const patrol = startPatrol({
    visit: async () => {
      looks.push(clock.now());
      spent += duration;
      return { unannounced: 0, entries: length };
    },
    isRecording: () => recording,
    onLate: (isLate) => (late = isLate),
    timer: clock.timer,
    now: () => clock.now() + spent,
  });
  /** Lets time pass, and promises go on. */
  const pass = async (ms: number, step = 100, act = () => {}): Promise<void> => {
    for (let passed = 0; passed < ms; passed += step) {
      await new Promise((resolve) => setImmediate(resolve));
      act();
      clock.advance(step);
    }
  };
  return {
    patrol,
    looks,
    pass,
    setLength: (next: number) => (length = next),
    record: (on: boolean) => (recording = on),
    isLate: () => late,
  };
}

const call = {
  startedDateTime: '2026-05-01T10:00:00.000Z',
  request: { method: 'GET', url: 'https://a.test/' },
};

describe('the patrol', () => {
  it.each([
    ['looks often into a small log', 100, 5, 1500],
    ['spends a fiftieth of its time on a larger one', 1000, 100, 5000],
    ['never lets a call wait for long', 3000, 1000, 8000],
    ['is rare where a look into a very long log stops the panel', 3001, 1000, 50_000],
  ])('%s', async (_, entries, duration, delay) => {
    const { looks, pass } = setUp(entries, duration);
    await pass(delay * 2.5);
    const [first = NaN, second = NaN, third = NaN] = looks;
    expect([second - first, third - second]).toEqual([delay, delay]);
  });

  it.each([
    ['calls', 'announced'],
    ['panel', 'panelUsed'],
  ] as const)(
    'does not look into a very long log while there is something else to do: %s',
    async (_, what) => {
      const { patrol, looks, pass } = setUp(10_000, 400);
      await pass(200);
      expect(looks).toHaveLength(1);
      await pass(30_000, 500, () => (what === 'announced' ? patrol.announced(call) : patrol.panelUsed()));
      expect(looks).toHaveLength(1);
      await pass(2_000);
      expect(looks).toHaveLength(2);
    },
  );

  it.each([
    ['a hundredth of the time', 10_000, 500, 50_000],
    ['more rarely when it takes longer', 10_000, 1_000, 100_000],
  ])('looks into a very long log although the page never rests: %s', async (_, entries, duration, gap) => {
    const { patrol, looks, pass } = setUp(entries, duration);
    await pass(gap * 2.6, 100, () => patrol.announced(call));
    const [first = NaN, second = NaN, third = NaN] = looks;
    for (const passed of [second - first, third - second]) {
      expect(passed).toBeGreaterThanOrEqual(gap);
      // what the log has grown by makes it longer
      expect(passed).toBeLessThan(gap * 1.25);
    }
  });

  it('takes into account how much a log has grown since it was looked into', async () => {
    const { patrol, looks, pass } = setUp(100, 5);
    await pass(200);
    for (let n = 0; n < 20_000; n++) patrol.announced(call);
    // a look will take some 2 s now
    await pass(190_000, 1_000, () => patrol.announced(call));
    expect(looks).toHaveLength(1);
    await pass(15_000, 1_000, () => patrol.announced(call));
    expect(looks).toHaveLength(2);
  });

  it('says that calls may be missing while a page with a very long log calls on', async () => {
    const { patrol, looks, pass, isLate, setLength } = setUp(10_000, 500);
    await pass(30_000, 1_000);
    expect([looks.length > 1, isLate()]).toEqual([true, false]);
    await pass(20_000, 1_000, () => patrol.announced(call));
    expect(isLate()).toBe(true);
    await pass(100_000, 1_000, () => patrol.announced(call));
    expect([looks.length > 2, isLate()]).toEqual([true, true]);
    await pass(60_000, 1_000);
    expect(isLate()).toBe(false);
    await pass(30_000, 1_000, () => patrol.announced(call));
    expect(isLate()).toBe(true);
    setLength(10);
    patrol.navigated('https://a.test/');
    expect(isLate()).toBe(false);
  });

  it.each([
    ['of a log that is not long', 100, true],
    ['while recording is off', 10_000, false],
  ])('does not say so %s', async (_, entries, recording) => {
    const { patrol, pass, isLate, record } = setUp(entries, 50);
    await pass(200);
    record(recording);
    await pass(30_000, 500, () => patrol.announced(call));
    expect(isLate()).toBe(false);
  });

  it('looks into a log that is not long while the page calls', async () => {
    const { patrol, looks, pass } = setUp(100, 5);
    await pass(8_000, 500, () => patrol.announced(call));
    expect(looks.length).toBeGreaterThan(4);
  });

  it('knows without a look that a log grows', async () => {
    const { patrol, looks, pass } = setUp(100, 5);
    await pass(1_000);
    for (let n = 0; n < 3_000; n++) patrol.announced(call);
    await pass(10_000, 500, () => patrol.announced(call));
    expect(looks).toHaveLength(1);
  });

  it('looks soon after a new page, which has a new log', async () => {
    const { patrol, looks, pass, setLength } = setUp(10_000, 1_000);
    await pass(3_000);
    expect(looks).toHaveLength(1);
    setLength(10);
    patrol.navigated('https://a.test/');
    patrol.announced(call);
    await pass(2_000);
    expect(looks).toHaveLength(2);
  });

  it('looks when the panel is shown, unless that would stop it', async () => {
    const short = setUp(10, 5);
    await short.pass(200);
    short.patrol.panelShown();
    expect(short.looks).toHaveLength(2);
    const long = setUp(10_000, 1_000);
    await long.pass(200);
    long.patrol.panelShown();
    expect(long.looks).toHaveLength(1);
  });
});
