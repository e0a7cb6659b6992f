import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Header } from '../../../src/core';
import type { Lab } from '../../lab/lab';

export interface ClientResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface ClientRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** Asks the lab as a browser with the host mapping would; rejects where the connection is cut. */
export function ask(
  lab: Lab,
  url: string,
  { method, headers, body }: ClientRequest = {},
): Promise<ClientResponse> {
  const target = new URL(url);
  const https = target.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (https ? httpsRequest : httpRequest)(
      {
        host: '127.0.0.1',
        port: https ? lab.httpsPort : lab.httpPort,
        path: target.pathname + target.search,
        method: method ?? 'GET',
        headers: { ...headers, host: target.host },
        rejectUnauthorized: false,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.rawHeaders.flatMap((name, i, raw): Header[] =>
              i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : [],
            ),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** All values of a header. */
export function valuesOf(response: ClientResponse, name: string): readonly string[] {
  return response.headers.flatMap(([key, value]) =>
    key.toLowerCase() === name.toLowerCase() ? [value] : [],
  );
}
