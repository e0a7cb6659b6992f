import { expect, it } from 'vitest';
import { agentReadPlan } from '../../../../src/core/agent/read-plan';

it.each([
  ['ruxitagentjs_85a192578fd729e8_Store', true],
  ['ruxitagent_EA7C4B59F27D43EB_Store', true],
  ['dtCFG_t0rtn87t_3faf90e849295814', true],
  ['user_Store', false],
  ['token', false],
])('storage key %s', (key, read) => {
  expect(new RegExp(agentReadPlan.storageKeys).test(key)).toBe(read);
});

it('names no member of dT_ that has side effects', () => {
  const read: readonly string[] = [...agentReadPlan.members, ...Object.values(agentReadPlan.methods)];
  for (const impure of ['gVID', 'gVI', 'gSC', 'gSId', 'gDtc', 'acfgP', 'addE'])
    expect(read).not.toContain(impure);
});
