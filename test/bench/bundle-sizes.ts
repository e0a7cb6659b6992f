// npx tsx test/bench/bundle-sizes.ts: what the built extension weighs, part by part, beside its budget.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleParts } from '../../scripts/bundle-budget';

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
const dist = 'dist/chrome';
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(dist, path), bytes: statSync(path).size }));
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
for (const { name, bytes, limit } of bundleParts(files)) {
  console.log(`${name.padEnd(30)}  ${kb(bytes)} of ${kb(limit)}`);
}
