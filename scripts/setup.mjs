// Makes a fresh machine ready: packages of the lock file, browsers, openssl. Says nothing where nothing is missing.
// Plain Node without dependencies, because it runs before there are any. `--firefox` asks for Firefox, too.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const minimumNode = [20, 19];

/** Command and Debian package are called the same. */
const alwaysNeeded = ['chromium', 'openssl'];
const firefox = 'firefox-esr';
/** Command → Debian package. With them the tests also answer Chromium's own permission prompt, which needs a display. */
const display = { Xvfb: 'xvfb', xdotool: 'xdotool', import: 'imagemagick' };

/** Throws an Error that tells what to do where it cannot do it. `firefox`: for the tests. */
export function setUp({ firefox: needsFirefox = false } = {}) {
  checkNode();
  installPackages();
  installCommands(needsFirefox ? [...alwaysNeeded, firefox] : alwaysNeeded);
  if (needsFirefox && isDebianAsRoot()) installDisplay();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = minimumNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(`Node ${minimumNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

function installPackages() {
  // npm writes this file at the end of every install
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function installCommands(commands) {
  const missing = commands.filter((command) => !isOnPath(command));
  if (missing.length === 0) return;
  if (!isDebianAsRoot()) {
    throw new Error(
      `Not found on the PATH: ${missing.join(', ')}. Install ${missing.length === 1 ? 'it' : 'them'} and try again ` +
        `(Debian, Ubuntu: sudo apt-get install ${missing.join(' ')}).`,
    );
  }
  aptInstall(missing);
}

/** Elsewhere the tests that need a display are skipped. */
function installDisplay() {
  const missing = Object.entries(display).flatMap(([command, name]) => (isOnPath(command) ? [] : [name]));
  if (missing.length > 0) aptInstall(missing);
}

function aptInstall(names) {
  console.log(`Installing ${names.join(', ')} (apt-get) …`);
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names]);
}

function isOnPath(command) {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}

function isDebianAsRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'))
  );
}

/** Quiet when it works; the command's whole output when it does not. */
function run(command, args) {
  try {
    execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error}`, {
      cause: error,
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp({ firefox: process.argv.includes('--firefox') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
