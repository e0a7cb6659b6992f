import { describe, expect, it } from 'vitest';
import { budgetFaults, bundleParts, type BuiltFile } from '../../../scripts/bundle-budget';

const files: readonly BuiltFile[] = [
  { path: 'page/hook.js', bytes: 20_000 },
  { path: 'content/relay.js', bytes: 10_000 },
  { path: 'assets/background.ts-D.js', bytes: 12_000 },
  { path: 'assets/devtools.html-J.js', bytes: 7_000 },
  { path: 'assets/match-worker-B.js', bytes: 300_000 },
  { path: 'assets/analysis-worker-B.js', bytes: 400_000 },
  { path: 'assets/panel-C.js', bytes: 200_000 },
  { path: 'assets/core-C.js', bytes: 500_000 },
  { path: 'assets/panel-C.css', bytes: 40_000 },
  { path: 'icons/crosslink.svg', bytes: 400 },
];

const sizeOf = (name: string): number | undefined =>
  bundleParts(files).find((part) => part.name === name)?.bytes;

describe('the budget of the build', () => {
  it('counts every file once', () => {
    expect(sizeOf('workers')).toBe(700_000);
    expect(sizeOf('panel and core')).toBe(700_000);
    expect(bundleParts(files).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(1_489_400);
  });
  it('is kept by these files', () => {
    expect(budgetFaults(files)).toEqual([]);
  });
  it.each([
    ['page/more.js', 6_000, 'page hook: 26000 bytes, the budget is 22500'],
    ['assets/other-C.js', 300_000, 'panel and core: 1000000 bytes, the budget is 900000'],
  ])('is broken by %s', (path, bytes, fault) => {
    expect(budgetFaults([...files, { path, bytes }])).toEqual([fault]);
  });
  it('names a part that has gone: its files would be counted elsewhere', () => {
    expect(budgetFaults(files.slice(1))).toEqual(['page hook: no file']);
  });
});
