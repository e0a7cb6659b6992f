// npm test: everything. One line for each stage when green, the failing stage's whole output when red;
// the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), 'crosslink-test-'));

/**
 * In the order of their reports. `needs`: what must be green before, `after`: what must be over; so that two at most run
 * at a time. `vitest`: the config of a stage whose tests are counted.
 */
const stages = [
  { name: 'setup', command: ['node', 'scripts/setup.mjs', '--firefox'], needs: [] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'], needs: ['setup'] },
  { name: 'typecheck', command: ['npm', 'run', '--silent', 'typecheck'], needs: ['setup'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], needs: ['setup'], after: ['typecheck'] },
  { name: 'Firefox add-on lint', command: ['npm', 'run', '--silent', 'lint:extension'], needs: ['build'] },
  {
    name: 'unit and property tests',
    vitest: 'vitest.config.ts',
    needs: ['setup'],
    after: ['lint', 'Firefox add-on lint'],
  },
  {
    name: 'browser tests',
    vitest: 'vitest.browser.config.ts',
    needs: ['build'],
    after: ['unit and property tests'],
  },
];

let passed = 0;
let failed = 0;
/** Name → what came of it; `null`: it was not run, because what it needs is red. */
const results = new Map();
try {
  for (const stage of stages) results.set(stage.name, startInTurn(stage));
  for (const stage of stages) {
    const result = await results.get(stage.name);
    if (result === null) continue;
    report(stage, result);
    passed += result.passed;
    // a stage that is red without a failed test counts as one: `0 failed` is only said when all is well
    failed += result.ok ? 0 : Math.max(1, result.failed);
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function startInTurn({ needs, after = [], ...stage }) {
  const needed = await Promise.all(needs.map((name) => results.get(name)));
  await Promise.all(after.map((name) => results.get(name)));
  return needed.every((result) => result?.ok) ? runStage(stage) : null;
}

async function runStage({ command, vitest }) {
  const started = performance.now();
  const json = vitest && join(reports, `${vitest}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
  const [program, ...args] = command ?? ['npx', 'vitest', 'run', '--config', vitest, ...reporters];
  const { code, output } = await run(program, args);
  const counts = json && existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : null;
  return {
    ok: code === 0,
    output,
    seconds: (performance.now() - started) / 1000,
    counted: counts !== null,
    passed: counts?.numPassedTests ?? 0,
    failed: counts?.numFailedTests ?? 0,
  };
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function report({ name }, { ok, output, seconds, counted, passed: good }) {
  if (!ok) console.log(output.trimEnd());
  const tests = counted ? `  ${good} passed` : '';
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(24)}${seconds.toFixed(1).padStart(6)} s${tests}`);
}
