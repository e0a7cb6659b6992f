import { describe, expect, it } from 'vitest';
import { readRegressionCases } from '../../oracle/report/regression-case';
import { judgeCase } from '../../oracle/run/run-cases';

const cases = [...readRegressionCases()];

describe('cases on which a browser once proved the core wrong', () => {
  it('are there', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('%s', (_, { engine, oracleCase, jar, observed }) => {
    expect(judgeCase(oracleCase, jar, observed, engine).disagreements).toEqual([]);
  });
});
