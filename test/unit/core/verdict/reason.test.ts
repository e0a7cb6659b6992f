import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../src/core/verdict/catalogue';
import { reason } from '../../../../src/core/verdict/reason';
import type { Conclusion } from '../../../../src/core/verdict/types';
import { sharedConclusion } from '../../../../src/core/verdict/shared-conclusion';

const evidence = (saw: string | null, needed: string | null = 'x-dtc') => ({
  subject: 'Allowed',
  saw,
  needed,
});

describe('a reason', () => {
  test('says the title of the catalogue unless it is given a text', () => {
    expect(reason('no-cors')).toEqual({ code: 'no-cors', text: catalogue['no-cors'].title });
    expect(reason('no-cors', 'in words')).toEqual({ code: 'no-cors', text: 'in words' });
  });

  test('is the same object only where it says the same', () => {
    const first = reason('acah-lacks-x-dtc', undefined, evidence('accept'));
    expect(reason('acah-lacks-x-dtc', undefined, evidence('accept'))).toBe(first);
    for (const other of [
      reason('acah-lacks-header', undefined, evidence('accept')),
      reason('acah-lacks-x-dtc', 'in words', evidence('accept')),
      reason('acah-lacks-x-dtc', undefined, evidence('accept', 'x-dtc, x-other')),
      reason('acah-lacks-x-dtc', undefined, evidence(null)),
      reason('acah-lacks-x-dtc'),
    ]) {
      expect(other).not.toEqual(first);
    }
  });

  test('of many values each keeps its own', () => {
    for (let n = 0; n < 1_000; n++) {
      const saw = String(n % 300);
      expect(reason('acao-mismatch', undefined, evidence(saw)).evidence?.saw).toBe(saw);
    }
  });

  test('whose texts are long is not kept', () => {
    const long = evidence('a'.repeat(1_000));
    expect(reason('acao-mismatch', undefined, long)).not.toBe(reason('acao-mismatch', undefined, long));
  });
});

describe('a conclusion', () => {
  const [deciding, other] = [reason('no-cors'), reason('no-agent')];
  const conclusion: Conclusion = { outcome: 'cannot', reasons: [deciding, other], addsPreflight: true };
  const shared = sharedConclusion({ ...conclusion, adds: ['x-dtc'] });

  test('is the same object where it says the same', () => {
    expect(shared).toEqual({ ...conclusion, adds: ['x-dtc'] });
    expect(sharedConclusion({ ...conclusion, reasons: [deciding, other], adds: ['x-dtc'] })).toBe(shared);
  });

  test.each<Partial<Conclusion>>([
    { outcome: 'unlinked' },
    { reasons: [deciding] },
    { reasons: [other, deciding] },
    { addsPreflight: false },
    { adds: undefined },
    { adds: ['traceparent'] },
    { adds: ['x-dtc', 'traceparent'] },
  ])('is another one where it differs: %j', (difference) => {
    const different = { ...conclusion, adds: ['x-dtc'] as const, ...difference };
    expect(sharedConclusion(different)).toEqual(different);
  });
});
