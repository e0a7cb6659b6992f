import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Header } from '../../src/core';
import type { Scheme } from './hosts';

/** What a site of the lab is asked. */
export interface LabRequest {
  readonly method: string;
  readonly scheme: Scheme;
  readonly url: URL;
  readonly body: string;
  /** A header's value, name in lower case; `null`: not there. */
  header(name: string): string | null;
}

/** What it answers. `reset`: the connection is cut. */
export type LabResponse =
  | {
      readonly status: number;
      readonly headers: readonly Header[];
      readonly body?: string | undefined;
      /** The answer is held back for so long. */
      readonly delayMs?: number | undefined;
    }
  | 'reset';

/** A site: answers what it knows; `null`: not its business. */
export type Site = (request: LabRequest) => LabResponse | null | Promise<LabResponse | null>;

export const html = (body: string): LabResponse => ({
  status: 200,
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body,
});

export const javascript = (body: string, delayMs?: number): LabResponse => ({
  status: 200,
  headers: [
    ['Content-Type', 'text/javascript; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body,
  delayMs,
});

export const stylesheet = (body: string): LabResponse => ({
  status: 200,
  headers: [
    ['Content-Type', 'text/css; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body,
});

export const json = (value: unknown, headers: readonly Header[] = [], status = 200): LabResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ['Cache-Control', 'no-store'], ...headers],
  body: JSON.stringify(value),
});

export const empty = (status: number, headers: readonly Header[] = []): LabResponse => ({ status, headers });

/** Reads a request completely. */
export async function readRequest(
  message: IncomingMessage,
  scheme: Scheme,
  host: string,
): Promise<LabRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return {
    method: message.method ?? 'GET',
    scheme,
    url: new URL(`${scheme}://${host}${message.url ?? '/'}`),
    body: Buffer.concat(chunks).toString('utf8'),
    header(name) {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}

/** Writes a response with its headers as they are, duplicates included. */
export async function writeResponse(response: LabResponse, out: ServerResponse): Promise<void> {
  if (response === 'reset') {
    out.destroy();
    return;
  }
  if (response.delayMs) await new Promise((resolve) => setTimeout(resolve, response.delayMs));
  out.writeHead(
    response.status,
    response.headers.flatMap(([name, value]) => [name, value]),
  );
  out.end(response.body);
}
