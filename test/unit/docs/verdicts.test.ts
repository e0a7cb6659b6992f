import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verdictsPage } from '../../../scripts/verdicts-page';
import { catalogue } from '../../../src/core/verdict/catalogue';

test('docs/verdicts.md is what the catalogue says (npm run docs)', () => {
  const page = readFileSync(new URL('../../../docs/verdicts.md', import.meta.url), 'utf8');
  expect(page).toBe(verdictsPage());
});

test('every reason is in exactly one section', () => {
  for (const code of Object.keys(catalogue)) {
    expect(verdictsPage().split(`### \`${code}\`\n`).length - 1, code).toBe(1);
  }
});
