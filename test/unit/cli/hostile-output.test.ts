import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/cli/arguments';
import { judgeCommand } from '../../../src/cli/judge-command';
import { judgeHar, markdownReport, visibleLines, type Har } from '../../../src/core';
import { curlLines, runCurlLines, withoutJoiners } from '../../browser/hostile/markdown-report';
import { hostileHar, secrets } from '../core/report/hostile-har';

/** Shell, terminal, Markdown, spreadsheet: what would do something where an output ends up. */
const commands = [
  `'$(touch pwned)\`touch pwned\`"; touch pwned; #`,
  "$'\\x27; touch pwned' && touch pwned || !1 > pwned",
  "\n```\ntouch pwned\n'\ntouch pwned\n",
  '\u001b]0;title\u0007\u009b2J\r\u202e',
  '=HYPERLINK("http://x.test","x")',
  '__proto__',
];
const attacks: Har['log']['entries'] = commands.flatMap((text, n) => [
  {
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
    time: 1,
    _resourceType: 'fetch',
    request: {
      method: 'POST',
      url: `http://api.partner.test/${n}/${text}?q=${text}`,
      headers: [
        { name: 'Origin', value: 'https://app.shop.test' },
        { name: 'X-Text', value: text },
        { name: text, value: text },
      ],
    },
    response: {
      status: 200,
      headers: [{ name: 'Access-Control-Allow-Origin', value: `*${text}` }],
      content: { mimeType: text },
      redirectURL: '',
    },
  },
]);
const har: Har = { log: { ...hostileHar.log, entries: [...hostileHar.log.entries, ...attacks] } };

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crosslink-cli-'));
  file = join(folder, 'hostile.har');
  writeFileSync(file, JSON.stringify(har));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the command line writes of a hostile file', () => {
  test.each(
    ['table', 'json', 'markdown', 'html', 'junit'].flatMap((format) =>
      [null, 80].map((width) => ({ format, width })),
    ),
  )('drives no terminal and holds no secret: $format, width $width', async ({ format, width }) => {
    const command = readCommand(['judge', '--format', format, file]);
    if (command.kind !== 'judge') throw new Error(command.kind);
    let written = '';
    await judgeCommand(
      command.files,
      command.options,
      {},
      {
        terminal: { width, colour: false },
        write: async (text) => void (written += text),
        complain: (text) => void (written += visibleLines(text)),
      },
    );
    expect(written).toContain('api.partner.test');
    const plain = withoutJoiners(written);
    expect(visibleLines(plain)).toBe(plain);
    expect(Object.values(secrets).filter((secret) => written.includes(secret))).toEqual([]);
  });
});

test('the lines for a shell of a report run nothing but curl', async () => {
  let connections = 0;
  const server = createServer((_, response) => void response.end());
  server.on('connection', () => void (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const http: Har = JSON.parse(JSON.stringify(har).replaceAll('https://', 'http://')) as Har;
    const lines = curlLines(markdownReport(judgeHar(http), { redact: false }));
    expect(lines.filter((line) => line.includes('touch')).length).toBeGreaterThan(1);
    expect(await runCurlLines(lines, (server.address() as AddressInfo).port)).toEqual([]);
    expect(connections).toBe(lines.length);
  } finally {
    server.close();
  }
});
