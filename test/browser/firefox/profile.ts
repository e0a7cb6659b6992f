import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefoxPreferences } from '../../lab/browser-flags';
import type { LabPorts } from '../driver';

type Preferences = Readonly<Record<string, string | number | boolean>>;

function preferences(lab: LabPorts): Preferences {
  return {
    // the real port is written into the profile: runs side by side do not collide
    'marionette.port': 0,
    ...firefoxPreferences(lab),
    // silence: no updates, no remote settings, no telemetry of normandy
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'media.gmp-manager.url': 'data:text/plain,',
    'media.gmp-manager.chromium-update-url': 'data:text/plain,',
    'media.gmp-manager.updateEnabled': false,
    'app.normandy.enabled': false,
    'extensions.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'devtools.toolbox.footer.height': 700,
    'devtools.theme': 'light',
    // else the clock of pages, and so of the benches, moves in steps of 1 ms, or of 20 µs
    'privacy.reduceTimerPrecision': false,
    'privacy.reduceTimerPrecision.unconditional': false,
  };
}

/** Makes a fresh profile directory; its owner deletes it. */
export async function createProfile(lab: LabPorts): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'crosslink-firefox-'));
  const lines = Object.entries(preferences(lab)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(directory, 'user.js'), lines.join(''));
  return directory;
}
