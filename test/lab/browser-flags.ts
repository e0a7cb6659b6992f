import type { Lab } from './lab';

type Ports = Pick<Lab, 'httpPort' | 'httpsPort'>;

/** Chromium arguments by which every `*.test` name, without a port, is the lab. */
export function chromiumArguments({ httpPort, httpsPort }: Ports): readonly string[] {
  return [
    `--host-resolver-rules=MAP *.test:80 127.0.0.1:${httpPort}, MAP *.test:443 127.0.0.1:${httpsPort}`,
    '--ignore-certificate-errors',
  ];
}

/** Firefox preferences to the same end; the session must accept insecure certificates. */
export function firefoxPreferences({
  httpPort,
  httpsPort,
}: Ports): Readonly<Record<string, string | number | boolean>> {
  return {
    'network.dns.native-is-localhost': true,
    'network.trr.mode': 5,
    'network.socket.forcePort': `80=${httpPort};443=${httpsPort}`,
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
  };
}
