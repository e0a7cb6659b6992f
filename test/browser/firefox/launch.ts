import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from '../driver';
import { waitUntil } from '../wait-until';
import { Marionette } from './marionette';
import { createProfile } from './profile';

export interface PlainFirefox {
  readonly marionette: Marionette;
  close(): Promise<void>;
}

export interface RunningFirefox extends PlainFirefox {
  readonly extensionId: string;
}

/** The system's Firefox ESR with a fresh profile and the extension installed for this run. */
export async function launchBrowser({ dist, ...options }: LaunchOptions): Promise<RunningFirefox> {
  const firefox = await launchPlainFirefox(options);
  const installed = await firefox.marionette.send('Addon:Install', {
    path: dist,
    temporary: true,
    allowPrivateBrowsing: true,
  });
  const { value: extensionId } = installed as { value: string };
  return { ...firefox, extensionId };
}

/** The same browser without any extension. */
export async function launchPlainFirefox({
  lab,
  headless = true,
}: Omit<LaunchOptions, 'dist'>): Promise<PlainFirefox> {
  const profile = await createProfile(lab);
  const child = spawn('firefox-esr', firefoxArguments(profile, headless), {
    env: {
      ...process.env,
      HOME: profile,
      MOZ_HEADLESS_WIDTH: '1400',
      MOZ_HEADLESS_HEIGHT: '1000',
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      MOZ_CRASHREPORTER_DISABLE: '1',
    },
    stdio: 'ignore',
  });
  const marionette = await Marionette.connect(await readPort(profile, child));
  await marionette.send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    timeouts: { script: 60_000, pageLoad: 30_000, implicit: 0 },
  });
  let quitting: Promise<void> | null = null;
  return { marionette, close: () => (quitting ??= quit(child, marionette, profile)) };
}

function firefoxArguments(profile: string, headless: boolean): string[] {
  const args = ['--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'];
  return headless ? ['--headless', ...args] : args;
}

async function readPort(profile: string, child: ChildProcess): Promise<number> {
  let failure: Error | null = null;
  child.once('error', (error) => (failure = error));
  return waitUntil('Firefox opens its Marionette port', async () => {
    if (failure !== null) throw failure;
    if (child.exitCode !== null) throw new Error(`Firefox ended with code ${child.exitCode}`);
    const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    return Number(text);
  });
}

async function quit(child: ChildProcess, marionette: Marionette, profile: string): Promise<void> {
  const isGone = child.exitCode !== null || child.signalCode !== null;
  const exited = isGone ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  const kill = setTimeout(() => child.kill('SIGKILL'), 8_000);
  // the connection may close before the answer comes
  void marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null);
  await exited;
  clearTimeout(kill);
  marionette.close();
  // its child processes write into the profile for a moment longer
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
