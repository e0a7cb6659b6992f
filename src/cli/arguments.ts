import { parseArgs } from 'node:util';
import { outcomes, regexError, routes } from '../core';
import type { Engine, Outcome, Route } from '../core';

export const formats = ['table', 'json', 'markdown', 'html', 'junit'] as const;
export type Format = (typeof formats)[number];

const engines = ['standard', 'chromium', 'firefox'] as const satisfies readonly Engine[];

export interface CommandOptions {
  readonly format: Format;
  /** `null`: not given. */
  readonly routes: readonly Route[] | null;
  readonly failOn: readonly Outcome[];
  /** `null`: standard output. */
  readonly out: string | null;
  readonly redact: boolean;
  readonly engine: Engine | null;
  readonly regex: string | null;
  /** `@file` for a file. */
  readonly agentConfig: string | null;
  /** The host (with port) whose part is wanted; `null`: all. */
  readonly host: string | null;
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'judge'; readonly files: readonly string[]; readonly options: CommandOptions }
  | {
      readonly kind: 'compare';
      readonly before: string;
      readonly after: string;
      readonly options: CommandOptions;
    }
  | { readonly kind: 'wrong'; readonly what: string };

/** Thrown and caught within this file: what is wrong with the command line. */
class UsageError extends Error {}

/** What the command line asks for; `wrong` says what is the matter with it. */
export function readCommand(argv: readonly string[]): Command {
  try {
    return commandOf(argv);
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
    if (!isUsage) throw error;
    return { kind: 'wrong', what: (error as Error).message };
  }
}

function commandOf(argv: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      regex: { type: 'string' },
      'agent-config': { type: 'string' },
      engine: { type: 'string' },
      format: { type: 'string', default: 'table' },
      host: { type: 'string' },
      route: { type: 'string', multiple: true },
      'fail-on': { type: 'string', multiple: true },
      out: { type: 'string', short: 'o' },
      raw: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const [name, ...files] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const options: CommandOptions = {
    format: oneOf(values.format, formats, '--format'),
    routes: values.route === undefined ? null : listOf(values.route, routes, '--route'),
    failOn: listOf(values['fail-on'] ?? [], outcomes, '--fail-on'),
    out: values.out ?? null,
    redact: !values.raw,
    engine: values.engine === undefined ? null : oneOf(values.engine, engines, '--engine'),
    regex: values.regex === undefined ? null : patternOf(values.regex),
    agentConfig: values['agent-config'] ?? null,
    host: values.host ?? null,
  };
  if (name === 'judge') {
    if (files.length === 0) throw new UsageError('judge needs at least one HAR file (- for standard input)');
    if (files.filter((file) => file === '-').length > 1)
      throw new UsageError('standard input (-) can be read once');
    return { kind: 'judge', files, options };
  }
  if (name === 'compare') return compareCommand(files, options);
  throw new UsageError(
    name === undefined ? 'a command is missing: judge or compare' : `no such command: ${name}`,
  );
}

function compareCommand(files: readonly string[], options: CommandOptions): Command {
  const [before, after, ...others] = files;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError('compare needs two files: before and after');
  }
  if (options.host !== null) throw new UsageError('compare has no --host');
  if (before === '-' && after === '-') throw new UsageError('standard input (-) can be read once');
  if (options.format === 'junit' || options.format === 'html') {
    throw new UsageError(`compare has no format ${options.format}: use table, json or markdown`);
  }
  return { kind: 'compare', before, after, options };
}

function patternOf(pattern: string): string {
  const error = regexError(pattern);
  if (error !== null) throw new UsageError(`--regex: ${error}`);
  return pattern;
}

function oneOf<T extends string>(value: string, known: readonly T[], option: string): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option}: ${value} is none of ${known.join(', ')}`);
  return found;
}

function listOf<T extends string>(values: readonly string[], known: readonly T[], option: string): T[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => oneOf(value, known, option));
}
