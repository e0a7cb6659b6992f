import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/cli/arguments';
import { help } from '../../../src/cli/help';

describe('readCommand', () => {
  test('judge with everything', () => {
    expect(
      readCommand([
        'judge',
        'a.har',
        '-',
        '--regex',
        'api\\.',
        '--agent-config',
        '@x',
        '--engine',
        'firefox',
        '--format',
        'junit',
        '--route',
        'header,cookies',
        '--fail-on',
        'breaks',
        '--fail-on=unknown',
        '--out',
        'x.xml',
        '--raw',
        '--host',
        'api.test:8443',
      ]),
    ).toEqual({
      kind: 'judge',
      files: ['a.har', '-'],
      options: {
        format: 'junit',
        routes: ['header', 'cookies'],
        failOn: ['breaks', 'unknown'],
        host: 'api.test:8443',
        out: 'x.xml',
        redact: false,
        engine: 'firefox',
        regex: 'api\\.',
        agentConfig: '@x',
      },
    });
  });

  test('what is left out', () => {
    expect(readCommand(['judge', 'a.har'])).toEqual({
      kind: 'judge',
      files: ['a.har'],
      options: {
        format: 'table',
        routes: null,
        failOn: [],
        out: null,
        redact: true,
        engine: null,
        regex: null,
        agentConfig: null,
        host: null,
      },
    });
  });

  test.each([
    [[], 'a command is missing'],
    [['look'], 'no such command: look'],
    [['judge'], 'judge needs at least one HAR file'],
    [['judge', '-', '-'], 'can be read once'],
    [['judge', 'a', '--format', 'pdf'], '--format: pdf is none of table, json'],
    [['judge', 'a', '--fail-on', 'breaks,nonsense'], '--fail-on: nonsense is none of links'],
    [['judge', 'a', '--route', 'x'], '--route: x is none of today'],
    [['judge', 'a', '--engine', 'ie'], '--engine: ie is none of standard'],
    [['judge', 'a', '--regex', '('], '--regex: '],
    [['judge', 'a', '--nonsense'], '--nonsense'],
    [['compare', 'a'], 'compare needs two files'],
    [['compare', 'a', 'b', 'c'], 'compare needs two files'],
    [['compare', 'a', 'b', '--format', 'html'], 'compare has no format html'],
  ])('%j is wrong', (argv, what) => {
    const command = readCommand(argv);
    expect(command.kind === 'wrong' ? command.what : command.kind).toContain(what);
  });

  test.each([[['--help']], [['-h']], [['help']], [['judge', '--help']]])('%j helps', (argv) =>
    expect(readCommand(argv).kind).toBe('help'),
  );

  test('the help names every option, format and exit code', () => {
    for (const word of [
      '--regex',
      '--agent-config',
      '--engine',
      '--format',
      '--route',
      '--fail-on',
      '--out',
      '--raw',
      '--help',
      '--version',
      'junit',
      'EXIT CODES',
      'NO_COLOR',
    ])
      expect(help).toContain(word);
    expect(help.split('\n').every((line) => line.length <= 80)).toBe(true);
  });
});
