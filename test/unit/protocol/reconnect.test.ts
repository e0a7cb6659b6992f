import { describe, expect, it } from 'vitest';
import { createReconnectingLine, type ConnectionState } from '../../../src/protocol/reconnect';
import { createManualTimer } from './manual-timer';
import { memoryChannelPair } from './memory-channel';

function setUp({ answers = true }: { answers?: boolean } = {}) {
  const clock = createManualTimer();
  const attempts: number[] = [];
  const received: unknown[] = [];
  const states: ConnectionState[] = [];
  let cut = () => {};
  let alive = answers;
  let broken = false;
  const line = createReconnectingLine<string>({
    timer: clock.timer,
    greeting: 'hello',
    connect: () => {
      attempts.push(clock.now() - 1_000_000);
      if (broken) throw new Error('Extension context invalidated.');
      const pair = memoryChannelPair<string, string>();
      pair.right.onMessage((message) => {
        received.push(message);
        if (alive) pair.right.post('welcome');
      });
      ({ cut } = pair);
      return pair.left;
    },
  });
  line.onState((state) => states.push(state));
  return {
    clock,
    attempts,
    received,
    states,
    line,
    cut: () => cut(),
    setAlive: (on: boolean) => (alive = on),
    setBroken: (on: boolean) => (broken = on),
  };
}

describe('a line that mends itself', () => {
  it('greets and is live once the other end speaks', () => {
    const { states, received } = setUp();
    expect(received).toEqual(['hello']);
    expect(states).toEqual(['live']);
  });

  it('is lost when the other end goes, waits before it tries again, and greets anew', () => {
    const { cut, states, attempts, received, clock } = setUp();
    cut();
    expect(states).toEqual(['live', 'lost']);
    expect(attempts).toEqual([0]);
    clock.advance(100);
    expect(attempts).toEqual([0, 100]);
    expect(received).toEqual(['hello', 'hello']);
    expect(states).toEqual(['live', 'lost', 'live']);
  });

  it('waits ever longer for an end that does not answer, up to a limit', () => {
    const { attempts, clock, states } = setUp({ answers: false });
    clock.advance(600_000);
    const waits = attempts.slice(1).map((at, index) => at - attempts[index]!);
    expect(waits.slice(0, 3)).toEqual([1100, 2200, 4400]);
    expect(waits.at(-1)).toBe(55_000);
    expect(states).toEqual(['connecting']);
  });

  it('starts over with short waits after an answer', () => {
    const { attempts, clock, setAlive, cut } = setUp({ answers: false });
    clock.advance(20_000);
    setAlive(true);
    clock.advance(60_000);
    const before = attempts.length;
    cut();
    clock.advance(100);
    expect(attempts).toHaveLength(before + 1);
  });

  it('keeps trying where connecting throws', () => {
    const { cut, setBroken, clock, states, attempts } = setUp();
    setBroken(true);
    cut();
    clock.advance(300);
    setBroken(false);
    expect(attempts.length).toBeGreaterThan(1);
    clock.advance(1000);
    expect(states.at(-1)).toBe('live');
  });

  it('drops what is posted while it is down, and stops for good when closed', () => {
    const { cut, line, received, clock, attempts } = setUp();
    cut();
    line.post('lost');
    line.close();
    clock.advance(60_000);
    expect(received).toEqual(['hello']);
    expect(attempts).toHaveLength(1);
  });

  it('hands on what the other end says until the listener is taken away', () => {
    const { line, cut, clock } = setUp();
    const heard: unknown[] = [];
    const unsubscribe = line.onMessage((message) => heard.push(message));
    cut();
    clock.advance(100);
    unsubscribe();
    cut();
    clock.advance(100);
    expect(heard).toEqual(['welcome']);
  });
});
