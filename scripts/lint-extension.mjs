// npm run lint:extension: what addons.mozilla.org would say of dist/firefox. Errors, warnings and notices all count.
import { spawnSync } from 'node:child_process';

const command = [
  'web-ext',
  'lint',
  '--source-dir',
  'dist/firefox',
  '--output',
  'json',
  '--no-config-discovery',
];
const { stdout, stderr } = spawnSync('npx', ['--no-install', ...command], { encoding: 'utf8' });

try {
  const { errors, warnings, notices } = JSON.parse(stdout);
  const messages = [...errors, ...warnings, ...notices];
  for (const { _type, code, message, file, line } of messages) {
    console.error(`${_type} ${code} in ${file ?? 'the extension'}${line ? `:${line}` : ''}: ${message}`);
  }
  console.log(`${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
  process.exitCode = messages.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`web-ext lint gave no report (${error.message}):\n${stdout}${stderr}`);
  process.exitCode = 1;
}
