import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Header } from '../../../src/core';
import type { Certificate } from '../../lab/certificate';

export interface WireRequest {
  readonly method: string;
  /** As in the request line. */
  readonly target: string;
  /** Bytes as code points, in wire order. */
  readonly headers: readonly Header[];
}

export type WireAnswer =
  { readonly status: number; readonly headers: readonly Header[]; readonly body?: string } | 'reset';

export interface WireServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * An HTTP/1.1 server that passes on what browsers may send and servers may answer, though HTTP libraries refuse it:
 * methods of any name, control characters in values, malformed and repeated fields.
 */
export function serveWire(
  handle: (request: WireRequest) => WireAnswer,
  certificate: Certificate | null,
): Promise<WireServer> {
  const sockets = new Set<Socket>();
  const context = certificate && createSecureContext(certificate);
  const server = createServer((connection) => {
    sockets.add(connection);
    connection.on('close', () => sockets.delete(connection));
    const socket = context
      ? new TLSSocket(connection, { isServer: true, secureContext: context })
      : connection;
    // browsers cut connections that they no longer need
    for (const each of [connection, socket]) each.on('error', () => connection.destroy());
    // an orderly end would be an empty HTTP/0.9 answer to some
    converse(socket, handle, () => connection.resetAndDestroy());
  });
  return listen(server, sockets);
}

function listen(server: Server, sockets: ReadonlySet<Socket>): Promise<WireServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('The server has no port'));
      return resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}

function converse(socket: Socket, handle: (request: WireRequest) => WireAnswer, reset: () => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      const request = parseHead(received.toString('latin1', 0, end));
      const next = end + 4 + contentLength(request);
      if (received.length < next) return;
      received = received.subarray(next);
      const answer = handle(request);
      if (answer === 'reset') {
        reset();
        return;
      }
      socket.write(formatAnswer(request.method, answer));
    }
  });
}

function parseHead(head: string): WireRequest {
  const [start = '', ...lines] = head.split('\r\n');
  const [method = '', target = ''] = start.split(' ');
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')];
  });
  return { method, target, headers };
}

function contentLength({ headers }: WireRequest): number {
  return Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
}

function formatAnswer(method: string, answer: Exclude<WireAnswer, 'reset'>): Buffer {
  const { status, headers, body = '' } = answer;
  const bodiless = status === 204 || status === 304;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const length = bodiless ? '' : `Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n`;
  const sent = bodiless || method === 'HEAD' ? '' : body;
  return Buffer.from(`HTTP/1.1 ${status} Oracle\r\n${lines}${length}\r\n${sent}`, 'latin1');
}

/** The value of the first field line of this name (lower case); `null`: there is none. */
export function headerOf({ headers }: WireRequest, name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
