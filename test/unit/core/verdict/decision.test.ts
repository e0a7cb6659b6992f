import { describe, expect, test } from 'vitest';
import { Decision } from '../../../../src/core/verdict/decision';
import { reason } from '../../../../src/core/verdict/reason';
import type { Step } from '../../../../src/core/verdict/types';

const evidence = { subject: 'Status', saw: '200', needed: null };

describe('a decision', () => {
  test('puts the deciding reason first, and each reason once', () => {
    const decision = new Decision(null);
    decision.note('Asks first', reason('adds-preflight'));
    decision.unknown('Allows x-dtc', reason('preflight-not-seen', 'of the first hop'));
    decision.unknown('Allows x-dtc', reason('preflight-not-seen', 'of the second hop'));
    const { outcome, reasons, addsPreflight } = decision.verdict('unknown', 'preflight-not-seen', true);
    expect(outcome).toBe('unknown');
    expect(addsPreflight).toBe(true);
    expect(reasons.map(({ code, text }) => [code, text])).toEqual([
      ['preflight-not-seen', 'of the first hop'],
      ['adds-preflight', reason('adds-preflight').text],
    ]);
  });

  test('may be decided by a reason that no rule gave', () => {
    expect(new Decision(null).verdict('links', reason('header-accepted', 'as it is')).reasons).toEqual([
      { code: 'header-accepted', text: 'as it is' },
    ]);
  });

  test('notes its steps in order where they are wanted', () => {
    const steps: Step[] = [];
    const decision = new Decision(steps);
    decision.pass?.('Works', evidence);
    decision.fail('Allows the origin', reason('acao-missing', undefined, evidence));
    expect(steps).toEqual([
      { rule: 'Works', result: 'pass', evidence },
      { rule: 'Allows the origin', result: 'fail', evidence, reason: 'acao-missing' },
    ]);
  });

  test('does not ask for the evidence of rules that hold where no steps are wanted', () => {
    const decision = new Decision(null);
    const look = (): never => {
      throw new Error('nobody wants to see it');
    };
    expect(() => decision.pass?.('Works', look())).not.toThrow();
  });
});
