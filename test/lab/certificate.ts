import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A fresh self-signed certificate for the given names, by `openssl`; nothing of it stays on disk. */
export function selfSignedCertificate(names: readonly string[]): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'crosslink-lab-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const sans = names.map((name) => `DNS:${name}`).join(',');
  try {
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' ');
    const subject = ['-subj', '/CN=crosslink lab', '-addext', `subjectAltName=${sans}`];
    execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', cert], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
