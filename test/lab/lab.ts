import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server } from 'node:net';
import { selfSignedCertificate } from './certificate';
import { empty, readRequest, writeResponse, type Site } from './exchange';
import { hosts, originOf, type HostName, type Scheme } from './hosts';
import { createRecorder, type Received } from './recorder';
import { createApiSite } from './sites/api';
import { partnerSite } from './sites/partner';
import { scenarioEndpoints } from './sites/scenario-endpoints';
import { shopSite } from './sites/shop';
import { thirdPartySite } from './sites/third-party';
import { widgetSite } from './sites/widget';

/** The running lab: every host of it on one http and one https port of the loopback interface. */
export interface Lab {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly shopUrl: string;
  /** Every request that reached a server, in order of arrival. */
  readonly received: readonly Received[];
  /** Resolves with the first request, past or future, that matches; rejects after the time given (default 10 s). */
  waitFor(matches: (received: Received) => boolean, timeoutMs?: number): Promise<Received>;
  /** Forgets what was received. */
  reset(): void;
  close(): Promise<void>;
}

export interface LabOptions {
  /** Default: any free port. */
  readonly httpPort?: number | undefined;
  readonly httpsPort?: number | undefined;
}

/** The sites by host name; what they remember lasts as long as the lab. */
function createSites(): ReadonlyMap<string, Site> {
  const sites: Readonly<Record<HostName, Site>> = {
    shop: shopSite,
    api: createApiSite(),
    partner: partnerSite,
    widget: widgetSite,
    thirdParty: thirdPartySite,
  };
  return new Map(Object.entries(hosts).map(([name, host]) => [host, sites[name as HostName]]));
}

/** Starts the lab's servers. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const recorder = createRecorder();
  const sites = createSites();

  const serve = async (scheme: Scheme, message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const { host } = recorder.record(message, scheme);
    const request = await readRequest(message, scheme, host);
    const response = scenarioEndpoints(request) ?? (await sites.get(host)?.(request)) ?? empty(404);
    await writeResponse(response, out);
  };
  const handler = (scheme: Scheme) => (message: IncomingMessage, out: ServerResponse) => {
    serve(scheme, message, out).catch((error: unknown) => {
      console.error('lab:', message.method, message.headers.host, message.url, error);
      out.destroy();
    });
  };

  const http = createHttpServer(handler('http'));
  const https = createHttpsServer(selfSignedCertificate(Object.values(hosts)), handler('https'));
  const [httpPort, httpsPort] = await Promise.all([
    listen(http, options.httpPort ?? 0),
    listen(https, options.httpsPort ?? 0),
  ]);
  return {
    httpPort,
    httpsPort,
    shopUrl: `${originOf('shop')}/`,
    received: recorder.received,
    waitFor: recorder.waitFor,
    reset: recorder.reset,
    async close() {
      http.closeAllConnections();
      https.closeAllConnections();
      await Promise.all([http, https].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve(address.port);
    });
  });
}
