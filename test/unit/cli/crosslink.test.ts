import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import type { Report } from '../../../src/core';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fixture = (name: string): string => join(root, 'test/fixtures/har', name);
const scratch = mkdtempSync(join(tmpdir(), 'crosslink-cli-'));
const scratchFile = (name: string, text: string): string => {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
};

beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: join(scratch, 'cli') },
  });
  // beside the packages' folder Node would know by package.json that these are modules
  writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function crosslink(args: readonly string[], input?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(scratch, 'cli/crosslink.js'), ...args]);
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    child.stdin.end(input ?? '');
  });
}

// each starts processes of its own
describe('crosslink judge', { timeout: 30_000 }, () => {
  test('the part of one host, for its owner; a host that nobody called is a mistake', async () => {
    const file = fixture('charles.har');
    const markdown = await crosslink(['judge', file, '--host', 'api.partner.test', '--format', 'markdown']);
    expect(markdown.code).toBe(0);
    expect(markdown.out).toContain('**For the owner of `api.partner.test`.**');
    expect(markdown.out).not.toContain('GET https://app.shop.test');
    const none = await crosslink(['judge', file, '--host', 'api.partnr.test']);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.error).toContain('no call went to api.partnr.test');
  });

  test('a table for people, without colour where there is no terminal', async () => {
    const { code, out, error } = await crosslink(['judge', fixture('charles.har')]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^Not yet: 1 endpoint would break on the header route\.\n/);
    expect(out).toMatch(
      /POST https:\/\/api\.partner\.test\/orders\/\{id\} +1 +unlinked +cannot +breaks +Not among the headers allowed: x-dtc\./,
    );
    expect(out).not.toContain('\u001b');
  });

  test('from standard input', async () => {
    const { code, out } = await crosslink(
      ['judge', '-', '--format', 'json'],
      readFileSync(fixture('fiddler.har'), 'utf8'),
    );
    const report = JSON.parse(out) as Report;
    expect([code, report.formatVersion, report.exchanges.length]).toEqual([0, 1, 2]);
  });

  test.each([
    [['--fail-on', 'breaks'], 1],
    [['--fail-on', 'unknown'], 0],
    [['--fail-on', 'cannot', '--route', 'cookies'], 1],
    [['--fail-on', 'cannot'], 0],
    [['--fail-on', 'breaks,unlinked', '--route', 'today'], 1],
    [['--fail-on', 'breaks', '--regex', 'nothing-like-it', '--agent-config', 'app=1|featureHash=ICA7x'], 0],
  ])('%j ends with %i', async (args, expected) => {
    expect((await crosslink(['judge', fixture('charles.har'), ...args])).code).toBe(expected);
  });

  test('several files in their order, each under its name', async () => {
    const files = [fixture('charles.har'), fixture('chrome.har'), fixture('firefox.har')];
    const { code, out } = await crosslink(['judge', ...files, '--format', 'json']);
    const { reports } = JSON.parse(out) as { reports: { file: string; report: Report }[] };
    expect([code, reports.map(({ file }) => file)]).toEqual([0, files]);
    const alone = JSON.parse(
      (await crosslink(['judge', fixture('chrome.har'), '--format', 'json'])).out,
    ) as Report;
    expect(reports[1]?.report.endpoints).toEqual(alone.endpoints);
  });

  test.each([
    ['markdown', /^## Not yet: 1 endpoint/],
    ['html', /^<!doctype html>/],
    ['junit', /^<\?xml version="1\.0"/],
  ])('as %s, to a file', async (format, start) => {
    const file = join(scratch, `out.${format}`);
    const { code, out } = await crosslink([
      'judge',
      fixture('charles.har'),
      '--format',
      format,
      '--out',
      file,
    ]);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8').replace('\\:', ':')).toMatch(start);
  });

  test('secrets are masked unless --raw is given', async () => {
    const har = readFileSync(fixture('charles.har'), 'utf8').replaceAll('/cart', '/cart?token=SECRET1234');
    const file = scratchFile('secret.har', har);
    expect((await crosslink(['judge', file, '--format', 'json'])).out).not.toContain('SECRET1234');
    expect((await crosslink(['judge', file, '--format', 'json', '--raw'])).out).toContain('SECRET1234');
  });

  test('a broken entry is named with its place, the others are judged', async () => {
    const file = scratchFile(
      'broken.har',
      readFileSync(fixture('charles.har'), 'utf8').replace(
        '"url": "https://app.shop.test/cart"',
        '"url": oops',
      ),
    );
    const { code, out, error } = await crosslink(['judge', file]);
    expect(code).toBe(0);
    expect(error).toMatch(
      /^crosslink: .*broken\.har: entry 0, line \d+, column \d+ \(byte \d+\): “o” is not expected here\n$/,
    );
    expect(out).toContain('POST https://api.partner.test');
  });

  test('what cannot be read is said, and the other files are judged', async () => {
    const { code, out, error } = await crosslink([
      'judge',
      join(scratch, 'missing.har'),
      fixture('charles.har'),
      scratchFile('no.har', '<html>'),
    ]);
    expect(code).toBe(3);
    expect(out).toContain('api.partner.test');
    expect(error).toContain('missing.har: the source cannot be read: ENOENT');
    expect(error).toContain('no.har: log.entries is missing: this is no HAR');
  });

  test('a wrong command line ends with 2, help with 0', async () => {
    const wrong = await crosslink(['judge']);
    expect([wrong.code, wrong.out, wrong.error]).toEqual([
      2,
      '',
      expect.stringContaining('Try: crosslink --help'),
    ]);
    const helped = await crosslink(['--help']);
    expect([helped.code, helped.error]).toEqual([0, '']);
    expect(helped.out).toContain('USAGE');
  });

  test('the agent’s configuration from a file', async () => {
    const config = scratchFile('config.txt', 'app=85a192578fd729e8|featureHash=ICA7x|chw=partner\n');
    const { out } = await crosslink([
      'judge',
      fixture('charles.har'),
      '--agent-config',
      `@${config}`,
      '--format',
      'json',
    ]);
    expect((JSON.parse(out) as Report).regex).toEqual({ pattern: 'partner', source: 'deployed' });
    expect((await crosslink(['judge', fixture('charles.har'), '--agent-config', '@missing'])).code).toBe(3);
  });
});

describe('crosslink compare', { timeout: 30_000 }, () => {
  const mended = (): string =>
    scratchFile(
      'after.har',
      readFileSync(fixture('charles.har'), 'utf8').replace(
        'Content-Type, Authorization',
        'Content-Type, X-Dtc',
      ),
    );

  test('two HARs, and a report against a HAR', async () => {
    const report = join(scratch, 'before.json');
    await crosslink(['judge', fixture('charles.har'), '--format', 'json', '--out', report]);
    for (const before of [fixture('charles.har'), report]) {
      const { code, out, error } = await crosslink(['compare', before, mended()]);
      expect([code, error]).toEqual([0, '']);
      expect(out).toMatch(/^1 changed, 0 appeared, 0 disappeared, 1 unchanged\.\n/);
      expect(out).toMatch(/header +breaks +links +The preflight allows x-dtc/);
    }
  });

  test('fails on what got worse, not on what was bad before', async () => {
    const charles = fixture('charles.har');
    expect((await crosslink(['compare', mended(), charles, '--fail-on', 'breaks'])).code).toBe(1);
    expect((await crosslink(['compare', charles, charles, '--fail-on', 'breaks'])).code).toBe(0);
  });

  test.each([
    [[], false],
    [['--raw'], true],
  ])('two raw reports are compared without their secrets, unless asked for them: %j', async (raw, isTold) => {
    const report = join(scratch, 'raw.json');
    const secret = 'eyJhbGciOiJIUzI1NiJ9';
    await crosslink(['judge', fixture('charles.har'), '--raw', '--format', 'json', '--out', report]);
    const parsed = JSON.parse(readFileSync(report, 'utf8')) as { page: { url: string } };
    parsed.page.url = `https://app.shop.test/?access_token=${secret}`;
    writeFileSync(report, JSON.stringify(parsed));
    const { code, out } = await crosslink(['compare', report, report, '--format', 'json', ...raw]);
    expect(code).toBe(0);
    expect(out.includes(secret)).toBe(isTold);
  });

  test('neither a HAR nor a report', async () => {
    const { code, error } = await crosslink([
      'compare',
      fixture('charles.har'),
      scratchFile('x.json', '{"a":1}'),
    ]);
    expect(code).toBe(3);
    expect(error).toContain('neither a HAR nor a report of Crosslink');
  });
});
