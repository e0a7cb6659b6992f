import { computed, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { siteOf } from '../../../core';
import { persisted, type SettingsStorage } from '../settings/persisted';

const mostSites = 200;

/** Site → when its conditions were confirmed, ms since the epoch. Kept on this machine only. */
const confirmations = v.record(v.string(), v.number());

export interface Confirmations {
  readonly confirmedAt: ReadonlySignal<number | null>;
  confirm(): void;
}

/** Who starts a trial on a site for the first time has to confirm the documented conditions; once per site. */
export function createConfirmations(
  storage: SettingsStorage,
  pageUrl: ReadonlySignal<string | null>,
  now: () => number,
): Confirmations {
  const bySite = persisted<Readonly<Record<string, number>>>(
    storage,
    'trial-confirmations',
    confirmations,
    {},
  );
  const site = computed(() => (pageUrl.value === null ? null : siteOf(pageUrl.value)));
  return {
    confirmedAt: computed(() =>
      site.value !== null && Object.hasOwn(bySite.value, site.value)
        ? (bySite.value[site.value] ?? null)
        : null,
    ),
    confirm: () => {
      const name = site.peek();
      if (name === null) return;
      const others = Object.entries(bySite.peek()).filter(([other]) => other !== name);
      bySite.value = Object.fromEntries([...others, [name, now()] as const].slice(-mostSites));
    },
  };
}
