import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toolVersion } from '../../../../src/core/report/tool-version';

test('is the version of package.json', () => {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  expect(toolVersion).toBe((JSON.parse(text) as { version: string }).version);
});
