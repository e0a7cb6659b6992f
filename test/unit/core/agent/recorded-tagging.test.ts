import { describe, expect, it } from 'vitest';
import { wouldTag } from '../../../../src/core/agent/would-tag';
import { recordedCall, recordedCases, recordedProfile } from './recorded-cases';

/** Every call recorded from real agents, in every version that was run. */
describe.each(['tagging-urls', 'tagging-calls'] as const)('%s', (file) => {
  const cases = recordedCases(file);
  for (const version of ['1.239', '1.285', '1.315', '1.329']) {
    it(`agent ${version} tags what the real one tagged`, () => {
      const wrong: unknown[] = [];
      let compared = 0;
      for (const recorded of cases) {
        const expected = recorded.headers[version];
        if (expected === undefined) continue;
        compared++;
        const { headers, decided } = wouldTag(
          recordedProfile(recorded.config, version),
          recordedCall(recorded),
        );
        if (!decided || JSON.stringify(headers) !== JSON.stringify([...expected].sort())) {
          wrong.push({ ...recorded, headers: expected, got: headers, decided });
        }
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(200);
    });
  }
});
