import { computed, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { siteOf, type HeaderSet } from '../../../core';
import { persisted, type SettingsStorage } from '../settings/persisted';

const mostSites = 200;

/** Site, and headers other than `x-dtc` → when its conditions were confirmed, ms since the epoch. Kept on this machine only. */
const confirmations = v.record(v.string(), v.number());

export interface Confirmations {
  readonly confirmedAt: ReadonlySignal<number | null>;
  confirm(): void;
}

/** Who starts a trial on a site for the first time has to confirm the documented conditions; once per site and headers. */
export function createConfirmations(
  storage: SettingsStorage,
  pageUrl: ReadonlySignal<string | null>,
  adds: ReadonlySignal<HeaderSet>,
  now: () => number,
): Confirmations {
  const bySite = persisted<Readonly<Record<string, number>>>(
    storage,
    'trial-confirmations',
    confirmations,
    {},
  );
  const subject = computed(() => {
    const site = pageUrl.value === null ? null : siteOf(pageUrl.value);
    return site === null || adds.value.includes('x-dtc') ? site : [site, ...adds.value].join(' ');
  });
  return {
    confirmedAt: computed(() =>
      subject.value !== null && Object.hasOwn(bySite.value, subject.value)
        ? (bySite.value[subject.value] ?? null)
        : null,
    ),
    confirm: () => {
      const name = subject.peek();
      if (name === null) return;
      const others = Object.entries(bySite.peek()).filter(([other]) => other !== name);
      bySite.value = Object.fromEntries([...others, [name, now()] as const].slice(-mostSites));
    },
  };
}
