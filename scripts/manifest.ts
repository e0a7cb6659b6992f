import type { ManifestV3Export } from '@crxjs/vite-plugin';
import packageJson from '../package.json' with { type: 'json' };
import source from '../manifest.json' with { type: 'json' };

export type TargetBrowser = 'chrome' | 'firefox';

export interface ManifestOptions {
  readonly target: TargetBrowser;
  /** Test builds are granted in advance what the user would be asked for. */
  readonly e2e: boolean;
}

const gecko = {
  id: 'crosslink@crosslink.invalid',
  // the first version that knows the next key on every device
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

/** The manifest of one build, derived from `manifest.json` (Chrome's shape) and the version in `package.json`. */
export function deriveManifest({ target, e2e }: ManifestOptions): ManifestV3Export {
  const { optional_host_permissions: optionalHosts, ...rest } = source;
  const hosts = { [e2e ? 'host_permissions' : 'optional_host_permissions']: optionalHosts };
  const manifest = { ...rest, ...hosts, version: packageJson.version };
  return (target === 'chrome' ? manifest : forFirefox(manifest)) as ManifestV3Export;
}

function forFirefox({
  minimum_chrome_version: _chromeOnly,
  background,
  permissions,
  ...rest
}: Omit<typeof source, 'optional_host_permissions'>): object {
  // Firefox has no extension service workers: the same module is its event page.
  const eventPage = { scripts: [background.service_worker], type: background.type };
  return {
    ...rest,
    // its network log tells less than Chromium's
    permissions: [...permissions, 'webRequest'],
    background: eventPage,
    browser_specific_settings: { gecko },
  };
}
