// npm run bench: every file of test/bench, one after another, and one table of what they print; all of them make docs/benchmarks.md.
// A line of a bench is a figure if it has two parts with two or more spaces between. `npm run bench -- judge` runs those whose name has it.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as systemName } from 'node:os';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const wanted = process.argv[2] ?? '';
const files = readdirSync('test/bench').filter((file) => file.endsWith('.ts') && file.includes(wanted));

const rows = [];
for (const file of files) {
  const bench = file.replace(/\.ts$/, '');
  process.stderr.write(`${bench} …\n`);
  const { code, output } = await run(`test/bench/${file}`);
  for (const line of output.trim().split('\n')) {
    const [, what, result] = /^(.*?\S)\s{2,}(\S.*)$/.exec(line) ?? [null, line, ''];
    rows.push([bench, what, result]);
  }
  if (code !== 0) {
    rows.push([bench, 'failed', `exit code ${code}`]);
    process.exitCode = 1;
  }
}
const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
for (const [bench, what, result] of rows) {
  console.log(`${bench.padEnd(widths[0])}  ${what.padEnd(widths[1])}  ${result}`.trimEnd());
}
if (wanted === '') writeFileSync('docs/benchmarks.md', page());

function page() {
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${systemName()} ${release()}, Node.js ${process.versions.node}`;
  const table = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return `# Benchmarks

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. What is compared in one row was measured by turns in one
run; compare rows of one run only. How each figure comes about stands at the top of its file in \`test/bench\`.

| bench | what | result |
| --- | --- | --- |
${table.join('\n')}
`;
}

function run(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--max-old-space-size=4096', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ code, output }));
  });
}
