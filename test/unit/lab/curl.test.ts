import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlOf, type CurlOptions } from '../../../src/core';
import { startLab, type Lab } from '../../lab/lab';
import { headerOf } from '../../lab/recorder';
import { hostileText } from '../core/report/hostile-har';
import { sampleExchange, type ExchangeSpec } from '../core/verdict/sample-exchange';

const run = promisify(execFile);
let lab: Lab;
/** Holds curl's configuration: every host is the lab. The lines themselves stay as they are copied. */
let home: string;

beforeAll(async () => {
  lab = await startLab();
  home = await mkdtemp(join(tmpdir(), 'crosslink-curl-'));
  const config = [
    `connect-to = ":80:127.0.0.1:${lab.httpPort}"`,
    `connect-to = ":443:127.0.0.1:${lab.httpsPort}"`,
    'insecure',
  ];
  await writeFile(join(home, '.curlrc'), config.join('\n'));
});
afterAll(async () => {
  await lab.close();
  await rm(home, { recursive: true, force: true });
});

/** Runs a copied line; resolves with what curl prints, and what reached the lab. */
async function pasted(spec: ExchangeSpec, what: CurlOptions['what']) {
  lab.reset();
  const line = curlOf(sampleExchange(spec), { shell: 'bash', what, redact: false });
  const { stdout } = await run('bash', ['-c', line], {
    env: { PATH: process.env['PATH'] ?? '', CURL_HOME: home, HOME: home },
  });
  const [received] = lab.received;
  if (received === undefined) throw new Error('nothing reached the lab');
  return { answer: stdout, received };
}

describe('a copied line, run against the lab', () => {
  test.each<[string, ExchangeSpec, RegExp]>([
    [
      'an endpoint that refuses x-dtc',
      {
        method: 'POST',
        url: 'https://api.partner.test/events',
        request: { 'Content-Type': 'application/json' },
      },
      /^access-control-allow-headers: (?!.*x-dtc)/im,
    ],
    [
      'one that accepts it',
      { method: 'GET', url: 'https://api.shop.test/catalog/products' },
      /^access-control-allow-headers: .*x-dtc/im,
    ],
  ])('the preflight shows %s', async (_, spec, answered) => {
    const { answer, received } = await pasted(spec, 'preflight');
    expect(received.method).toBe('OPTIONS');
    expect(answer).toMatch(/^HTTP\/1\.1 2\d\d/);
    expect(answer).toMatch(answered);
  });

  test('the request arrives as the page sent it, hostile values included', async () => {
    const value = hostileText.replace(/[\u0000-\u001f]/g, '');
    const { received } = await pasted(
      {
        url: `https://api.shop.test/catalog/products?q=it's&r=$HOME\`id\`!!`,
        request: { 'X-Note': value, Cookie: 'dtCookie=v_4; a="b"' },
      },
      'request',
    );
    expect(received.method).toBe('GET');
    expect(received.url).toBe('https://api.shop.test/catalog/products?q=it%27s&r=$HOME`id`!!');
    // Node.js reads the bytes of a header as Latin-1
    expect(Buffer.from(headerOf(received, 'x-note') ?? '', 'latin1').toString('utf8')).toBe(value);
    expect(headerOf(received, 'cookie')).toBe('dtCookie=v_4; a="b"');
  });
});
