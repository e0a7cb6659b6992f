import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentScriptFiles } from '../../../src/protocol/content-script-files';
import packageJson from '../../../package.json' with { type: 'json' };
import type { TargetBrowser } from '../../../scripts/manifest';

interface BuiltManifest {
  readonly [key: string]: unknown;
  readonly icons: Record<string, string>;
  readonly devtools_page: string;
}

describe.each<TargetBrowser>(['chrome', 'firefox'])('the build for %s', (target) => {
  let dist: string;
  let files: string[];
  let manifest: BuiltManifest;

  beforeAll(async () => {
    // what users get; under vitest's own value libraries would be built with more in them
    vi.stubEnv('NODE_ENV', 'production');
    dist = mkdtempSync(join(tmpdir(), 'crosslink-build-'));
    await build({ mode: target, logLevel: 'error', build: { outDir: dist } });
    files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
    manifest = JSON.parse(read('manifest.json')) as BuiltManifest;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(dist, { recursive: true });
  });

  const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

  it('says who it is', () => {
    const messages = JSON.parse(read('_locales/en/messages.json')) as Record<string, { message: string }>;
    expect(manifest).toMatchObject({
      manifest_version: 3,
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      version: packageJson.version,
    });
    expect(messages['extensionName']?.message).toBe('Crosslink');
    // the stores' limit
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });

  it('asks for no host at install', () => {
    // docs/permissions.md says what each is for
    expect(manifest['permissions']).toEqual([
      'storage',
      'scripting',
      'cookies',
      'declarativeNetRequestWithHostAccess',
      ...(target === 'firefox' ? ['webRequest'] : []),
    ]);
    expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
    for (const key of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('listens to no other extension and to no page', () => {
    for (const path of files.filter((each) => /^assets\/(?:background|devtools|panel).*\.js$/.test(each))) {
      expect(read(path)).not.toMatch(/onMessageExternal|onConnectExternal|onUserScriptMessage/);
    }
  });

  it('holds every file that it names', () => {
    expect(files).toEqual(expect.arrayContaining([...Object.values(manifest.icons), manifest.devtools_page]));
    expect(files).toContain('src/panel/panel.html');
  });

  it('lets only its own files run', () => {
    const policy = (manifest['content_security_policy'] as { extension_pages: string }).extension_pages;
    const directives = Object.fromEntries(
      policy.split(/;\s*/).map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(directives).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['default'],
    });
    // probes go to the endpoints that the user picks
    expect(directives['connect-src']).toEqual(["'self'", 'http:', 'https:']);
    expect(policy.replace(/connect-src[^;]*;/, '')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('lets only the background connect to anybody', () => {
    for (const page of files.filter((path) => path.endsWith('.html'))) {
      const head = read(page).split('<script')[0];
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(head ?? '')?.[1];
      // Firefox's background is an event page that the browser makes itself
      expect(`${page}: ${policy}`).toBe(`${page}: connect-src 'none'`);
    }
  });

  it('has no inline and no remote script in its pages', () => {
    const pages = files.filter((path) => path.endsWith('.html'));
    const scripts = pages.flatMap((path) => [...read(path).matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)]);
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    for (const [, attributes, content] of scripts) {
      expect(content?.trim()).toBe('');
      expect(/\bsrc="([^"]*)"/.exec(attributes ?? '')?.[1]).toMatch(/^\/assets\/[\w.-]+\.js$/);
    }
  });

  it('holds the scripts for pages as classic scripts that need nothing else', () => {
    for (const file of Object.values(contentScriptFiles)) {
      const source = read(file);
      expect(source).toMatch(/^\(function\(\)\{|^\(\(\)=>\{/);
      expect(source).not.toMatch(/\bimport\s*[({'"]|\bexport\b/);
    }
  });

  it('is made for its browser', () => {
    if (target === 'chrome') {
      expect(manifest).toHaveProperty('minimum_chrome_version');
      expect(manifest).not.toHaveProperty('browser_specific_settings');
    } else {
      expect(manifest).not.toHaveProperty('minimum_chrome_version');
      expect(manifest['browser_specific_settings']).toMatchObject({
        gecko: { strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
      });
    }
  });
});
