import type { HeaderSet } from '../agent/link-headers';
import type { Exchange } from '../exchange/types';
import { unsafeRequestHeaderNames } from '../fetch/unsafe-headers';
import { normalizeMethod } from '../fetch/method';
import type { Header } from '../fetch/types';
import { parseUrl } from '../site/parse-url';
import { redactHeader, redactUrl } from './redact';
import { reportCall } from './report-call';
import { quoteForBash, quoteForPowerShell } from './shell-quote';
import type { ShellQuote } from './shell-quote';
import type { ReportCall } from './types';

export interface CurlOptions {
  readonly shell: 'bash' | 'powershell';
  /** `request`: as it was sent, without its body, which is not recorded. */
  readonly what: 'request' | 'preflight';
  /** What the preflight asks for beside the call's own headers; default: `x-dtc`. */
  readonly adds?: HeaderSet | undefined;
  /** Default true: no cookies, authorization, tokens, `x-dtc` values. */
  readonly redact?: boolean | undefined;
}

/** An HTTP request as a command line can make it. */
interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
}

/** Headers that curl makes itself, from the URL, the connection and the body. */
const madeByCurl: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
]);

/** A field name (RFC 9110, 5.6.2): nothing that curl would take for a file's name. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** One line for a shell that repeats a call, or asks its server what the browser would ask if the agent added its headers. */
export function curlOf(exchange: Exchange, options: CurlOptions): string {
  const [first] = exchange.hops;
  const request =
    options.what === 'request'
      ? { method: first.method, url: first.url, headers: first.requestHeaders }
      : preflightOf(reportCall(exchange, 'standard', options.adds));
  return commandLine(request, options);
}

/** The preflight that the browser would send if the agent added its headers, for an endpoint of a report. */
export function curlOfCall(call: ReportCall, options: Omit<CurlOptions, 'what' | 'adds'>): string {
  return commandLine(preflightOf(call), { ...options, what: 'preflight' });
}

function preflightOf({ initiatorOrigin, method, url, headers, adds }: ReportCall): CurlRequest {
  const names = unsafeRequestHeaderNames([...headers, ...adds.map((name): Header => [name, '1'])]);
  return {
    method: 'OPTIONS',
    url,
    headers: [
      ['Accept', '*/*'],
      ['Origin', initiatorOrigin],
      ['Access-Control-Request-Method', normalizeMethod(method)],
      ['Access-Control-Request-Headers', names.join(',')],
    ],
  };
}

function commandLine(request: CurlRequest, { shell, what, redact = true }: CurlOptions): string {
  const url = urlOf(redact ? redactUrl(request.url) : request.url);
  const headers = request.headers
    .filter(([name]) => token.test(name) && !madeByCurl.has(name.toLowerCase()))
    .map((header) => (redact ? redactHeader(header) : header));
  const flags = ['-sS', '-i', '--globoff', '--path-as-is'];
  if (what === 'request' && has(headers, 'accept-encoding')) flags.push('--compressed');
  const method = request.method === 'HEAD' ? ['--head'] : ['-X', request.method];
  const unwanted = ['Accept', 'User-Agent'].filter((name) => !has(headers, name.toLowerCase()));
  const words = [
    ...flags,
    ...method,
    '--url',
    url,
    ...headers.flatMap(([name, value]) => ['-H', headerWord(name, value)]),
    ...unwanted.flatMap((name) => ['-H', `${name}:`]),
  ];
  return shell === 'bash' ? line('curl', words, quoteForBash) : powerShellLine(words);
}

/** Options, methods and the like: no shell reads anything into them. */
const plainWord = /^[A-Za-z-]+$/;

function line(program: string, words: readonly string[], quote: ShellQuote): string {
  return [program, ...words.map((word) => (plainWord.test(word) ? word : quote(word)))].join(' ');
}

/** As the browser sends it: encoded, without its fragment. A text that is no URL stays what it is. */
function urlOf(text: string): string {
  const url = parseUrl(text);
  if (url === null) return text;
  url.hash = '';
  return url.href;
}

/** curl: `Name;` sends an empty value, `Name:` none at all. A value cannot hold the end of a line (RFC 9110, 5.5). */
function headerWord(name: string, value: string): string {
  const text = value.replace(/[\0\r\n]+/g, ' ').trim();
  return text === '' ? `${name};` : `${name}: ${text}`;
}

function has(headers: readonly Header[], name: string): boolean {
  return headers.some(([candidate]) => candidate.toLowerCase() === name);
}

/**
 * PowerShell passes a quote within a word on to a program only since 7.3; before, the word must hold it escaped as the C
 * runtime reads it. Such words go through a function that knows which PowerShell it is.
 */
function powerShellLine(words: readonly string[]): string {
  const quote: ShellQuote = (word) =>
    /"|\\$/.test(word) ? `(& $word ${quoteForPowerShell(word)})` : quoteForPowerShell(word);
  const command = line('curl.exe', words, quote);
  return command.includes('(& $word ') ? `${wordFunction}; ${command}` : command;
}

const wordFunction =
  "$word = { param($text) if ($PSNativeCommandArgumentPassing -in 'Windows', 'Standard') { $text } " +
  "else { $text -replace '(\\\\*)\"', '$1$1\\\"' -replace '(\\\\+)$', '$1$1' } }";
