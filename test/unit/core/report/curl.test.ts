import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../src/core/exchange/types';
import type { Header } from '../../../../src/core/fetch/types';
import { curlOf } from '../../../../src/core/report/curl';
import { argumentsOf, commandLine51, escapedForRuntime, powerShellWords } from './powershell';
import { sampleExchange } from '../verdict/sample-exchange';

const run = promisify(execFile);
let port = 0;
let received: string[] = [];
/** Keeps what arrives, byte by byte, and answers at the end of the header. */
const server = createServer((socket) => {
  let bytes = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    if (!bytes.includes('\r\n\r\n')) return;
    received.push(bytes.toString('utf8'));
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const browserHeaders: readonly Header[] = [
  ['Accept', '*/*'],
  ['User-Agent', 'Mozilla/5.0 (X11)'],
];

function exchange(path: string, headers: readonly Header[] = browserHeaders, method = 'GET'): Exchange {
  return sampleExchange({ url: `http://127.0.0.1:${port}${path}`, method, request: headers });
}

/** Runs the line as bash would when it is pasted, and gives the lines of the request that arrived. */
async function requestOf(line: string): Promise<string[]> {
  received = [];
  await run('bash', ['-c', line], { env: { PATH: process.env['PATH'] ?? '' } });
  return (received[0] ?? '').split('\r\n');
}

describe('the request in bash', () => {
  test('arrives byte by byte as it was sent', async () => {
    const headers: readonly Header[] = [
      ...browserHeaders,
      ['Authorization', 'Bearer abc'],
      ['Cookie', 'a=1; dtCookie=v_4'],
    ];
    const lines = await requestOf(
      curlOf(exchange('/orders/17?x=1&y=%20#part', headers), {
        shell: 'bash',
        what: 'request',
        redact: false,
      }),
    );
    expect(lines).toEqual([
      'GET /orders/17?x=1&y=%20 HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Accept: */*',
      'User-Agent: Mozilla/5.0 (X11)',
      'Authorization: Bearer abc',
      'Cookie: a=1; dtCookie=v_4',
      '',
      '',
    ]);
  });

  test.each([
    ['single quote', "it's"],
    ['double quotes', '"a" "b"'],
    ['dollar and backtick', '$HOME `id` $(id)'],
    ['history', "!! !1 it's !"],
    ['backslashes', 'a\\b\\\\c\\'],
    ['per cent', '%s %20 %'],
    ['globs and redirections', '* ? [a] {b,c} > /tmp/x < y | z & ; #'],
    ['unicode', 'näïve 日本 😀'],
    ['reordering', '\u202eevil\u202c'],
    ['tags and fillers', '\u{e0041}a\u3164b\u{1d173}'],
    ['tab', 'a\tb'],
    ['a file’s name', '@/etc/hostname'],
  ])('a header with %s', async (_, value) => {
    const lines = await requestOf(
      curlOf(exchange('/', [...browserHeaders, ['X-Value', value]]), {
        shell: 'bash',
        what: 'request',
        redact: false,
      }),
    );
    expect(lines).toContain(`X-Value: ${value}`);
  });

  test.each([
    ["/it's/$HOME/`id`/!!?q=[1-3]{a,b}&x='%22'", "/it's/$HOME/%60id%60/!!?q=[1-3]{a,b}&x=%27%22%27"],
    ['/a/%2e%2e/b?redirect=http://x.test/', '/b?redirect=http://x.test/'],
    ['/\u202e?ü=日', '/%E2%80%AE?%C3%BC=%E6%97%A5'],
  ])('the URL %s', async (path, target) => {
    const [first] = await requestOf(
      curlOf(exchange(path), { shell: 'bash', what: 'request', redact: false }),
    );
    expect(first).toBe(`GET ${target} HTTP/1.1`);
  });

  test('the end of a line cannot be smuggled into a header, nor a file’s name into its name', async () => {
    const headers: readonly Header[] = [
      ...browserHeaders,
      ['X-Value', 'a\r\nX-Evil: 1\0'],
      ['@/etc/hostname', 'x'],
      ['X-Empty', ''],
    ];
    const lines = await requestOf(
      curlOf(exchange('/', headers), { shell: 'bash', what: 'request', redact: false }),
    );
    expect(lines.slice(4)).toEqual(['X-Value: a X-Evil: 1', 'X-Empty:', '', '']);
  });

  test('no header of curl’s own is added, and none that it must make itself is repeated', async () => {
    const lines = await requestOf(
      curlOf(
        exchange(
          '/',
          [
            ['Host', 'evil.test'],
            ['Content-Length', '99'],
            ['Connection', 'keep-alive'],
          ],
          'POST',
        ),
        { shell: 'bash', what: 'request' },
      ),
    );
    expect(lines).toEqual(['POST / HTTP/1.1', `Host: 127.0.0.1:${port}`, '', '']);
  });

  test('HEAD does not wait for a body', async () => {
    const [first] = await requestOf(
      curlOf(exchange('/', browserHeaders, 'HEAD'), { shell: 'bash', what: 'request' }),
    );
    expect(first).toBe('HEAD / HTTP/1.1');
  });
});

describe('the preflight with x-dtc in bash', () => {
  test('asks what the browser would ask', async () => {
    const call = sampleExchange({
      url: `http://127.0.0.1:${port}/orders`,
      method: 'PUT',
      request: [
        ['Content-Type', 'application/json'],
        ['Origin', 'https://app.shop.test'],
        ['X-B', '1'],
      ],
    });
    expect(await requestOf(curlOf(call, { shell: 'bash', what: 'preflight' }))).toEqual([
      'OPTIONS /orders HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Accept: */*',
      'Origin: https://app.shop.test',
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Headers: content-type,x-b,x-dtc',
      '',
      '',
    ]);
  });

  test('after a redirect it asks the server that the redirect leads to', () => {
    const call = sampleExchange({
      url: 'https://app.shop.test/go',
      status: 302,
      redirectedTo: [
        {
          url: 'https://api.partner.test/there',
          response: { 'Access-Control-Allow-Origin': 'https://app.shop.test' },
        },
      ],
    });
    expect(curlOf(call, { shell: 'bash', what: 'preflight' })).toContain(
      "--url 'https://api.partner.test/there'",
    );
  });
});

describe('PowerShell', () => {
  const line = (headers: readonly Header[]): string =>
    curlOf(sampleExchange({ url: 'https://a.test/', request: headers }), {
      shell: 'powershell',
      what: 'request',
      redact: false,
    });

  test('names curl.exe, because curl is another command there', () => {
    expect(line([['Accept', '*/*']])).toBe(
      "curl.exe -sS -i --globoff --path-as-is -X GET --url 'https://a.test/' -H 'Accept: */*' -H 'User-Agent:'",
    );
  });

  test.each([
    ["it's $x `n", "-H 'X: it''s $x `n'"],
    ['a\tb', "-H ('X: a' + [char]0x0009 + 'b')"],
    ['"q"', '-H (& $word \'X: "q"\')'],
    ['end\\', "-H (& $word 'X: end\\')"],
  ])('%j', (value, expected) => expect(line([['X', value]])).toContain(expected));

  const hostileValues = [
    'plain',
    "it's ‘q’ ‚x‛ $env:PATH `n $(id)",
    '"a" "b',
    '"no-blank"',
    'a\\b\\\\c',
    'ends in a backslash\\',
    '\\"escaped\\\\"',
    '; Remove-Item x | y & z # %PATH% ^ !',
    '\u202eevil\u202c \u001b[31m \u2019',
    '\u{e0041}tag\u3164filler',
    'näïve 日本 😀',
    '@(1) {2} > out.txt 2>&1 --% -- ,',
  ];
  const wordsFor = (value: string): string[] => {
    const text = line([['X', value]]);
    return powerShellWords(text, (word) => word);
  };

  test.each(hostileValues)('7.3 and newer: curl.exe gets %j as it is', (value) => {
    const words = wordsFor(value);
    expect(words[0]).toBe('curl.exe');
    expect(words).toContain(`X: ${value}`);
  });

  test.each(hostileValues)('Windows PowerShell 5.1: curl.exe gets %j as it is', (value) => {
    const passed = powerShellWords(line([['X', value]]), escapedForRuntime);
    expect(argumentsOf(commandLine51(passed))).toEqual(wordsFor(value));
  });

  test('what an older PowerShell would not pass on is escaped as the C runtime reads it', () => {
    expect(line([['X', '"q"']])).toMatch(
      /^\$word = \{ param\(\$text\) if \(\$PSNativeCommandArgumentPassing -in 'Windows', 'Standard'\) \{ \$text \} else \{ \$text -replace '\(\\\\\*\)"', '\$1\$1\\"' -replace '\(\\\\\+\)\$', '\$1\$1' \} \}; curl\.exe /,
    );
  });
});
