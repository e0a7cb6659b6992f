import { execFileSync, spawn, spawnSync } from 'node:child_process';

const tools = ['Xvfb', 'xdotool', 'import'];
const width = 1400;
const height = 1000;

/** What it takes to see and use a browser's own windows (Debian: xvfb, xdotool, imagemagick) is installed. */
export function hasDisplayTools(): boolean {
  return tools.every((tool) => spawnSync('which', [tool], { stdio: 'ignore' }).status === 0);
}

export type Colour = readonly [red: number, green: number, blue: number];

/** An X display without a screen, for what only exists in a browser's own windows. */
export interface VirtualDisplay {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  /** Whether a pixel of exactly this colour is to be seen. */
  shows(colour: Colour): boolean;
  /** Presses keys one after the other: `Tab`, `Return`. */
  press(...keys: readonly string[]): void;
  close(): void;
}

export async function startDisplay(): Promise<VirtualDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  return {
    name,
    shows: ([red, green, blue]) => {
      const picture = execFileSync('import', ['-window', 'root', '-depth', '8', 'rgb:-'], {
        env,
        maxBuffer: 2 * width * height * 3,
      });
      for (let at = 0; at < picture.length; at += 3) {
        if (picture[at] === red && picture[at + 1] === green && picture[at + 2] === blue) return true;
      }
      return false;
    },
    press: (...keys) => void execFileSync('xdotool', ['key', '--delay', '100', ...keys], { env }),
    close: () => void server.kill(),
  };
}
