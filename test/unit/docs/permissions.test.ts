import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { deriveManifest } from '../../../scripts/manifest';

const page = (name: string): string => readFileSync(`docs/${name}.md`, 'utf8');

describe('docs/permissions.md', () => {
  const [, atInstall = '', asked = ''] = page('permissions').split(/^## /m);
  it('explains every permission of the manifest, and no other', () => {
    const explained = [...atInstall.matchAll(/^\| `([\w_]+)`/gm)].map(([, name]) => name);
    const ofBuilds = (['chrome', 'firefox'] as const).flatMap(
      (target) => (deriveManifest({ target, e2e: false }) as { permissions: string[] }).permissions,
    );
    expect(explained.sort()).toEqual([...new Set(['devtools_page', ...ofBuilds])].sort());
  });
  it('names the hosts that may be asked for', () => {
    for (const hosts of manifest.optional_host_permissions) expect(asked).toContain(hosts);
  });
});

describe('docs/security.md', () => {
  it('names tests that are there', () => {
    const named = [...page('security').matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path ?? '');
    const there = new Set(readdirSync('test', { recursive: true }).map((path) => `test/${String(path)}`));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !there.has(path))).toEqual([]);
  });
});
