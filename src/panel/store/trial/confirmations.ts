import { computed, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { siteOf, type HeaderSet } from '../../../core';
import type { SettingsStorage } from '../settings/persisted';
import { persistedRecord } from '../settings/persisted-record';

const mostSites = 200;

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
  /** Site, and headers other than `x-dtc` → when its conditions were confirmed, ms since the epoch. Kept on this machine only. */
  const bySite = persistedRecord(storage, 'trial-confirmations', v.number(), mostSites);
  const subject = computed(() => {
    const site = pageUrl.value === null ? null : siteOf(pageUrl.value);
    return site === null || adds.value.includes('x-dtc') ? site : [site, ...adds.value].join(' ');
  });
  return {
    confirmedAt: computed(() => (subject.value === null ? null : (bySite.get(subject.value) ?? null))),
    confirm: () => {
      const name = subject.peek();
      if (name !== null) bySite.set(name, now());
    },
  };
}
