import type { Permissions, Tabs } from 'webextension-polyfill';
import { accessPagePath } from '../protocol/access-page';
import type { AccessQuestion, AccessReading, RevokeResult } from '../protocol/background-rpc';
import { errorWords } from './error-words';

type Grants = Pick<Permissions.Static, 'contains' | 'getAll' | 'remove'>;

/** Which of the patterns are granted; what is not named stays unread. */
export async function readAccess(permissions: Grants, patterns: readonly string[]): Promise<AccessReading> {
  const answers = await Promise.all(patterns.map((pattern) => permissions.contains({ origins: [pattern] })));
  const { origins = [] } = await permissions.getAll();
  return {
    granted: patterns.filter((_, index) => answers[index]),
    missing: patterns.filter((_, index) => !answers[index]),
    all: origins,
  };
}

/** Opens the page whose button asks: Firefox answers `permissions.request` only in a page of its own, after a click there. */
export async function askForAccess(
  tabs: Pick<Tabs.Static, 'create'>,
  getUrl: (path: string) => string,
  inspectedTab: number,
  question: AccessQuestion,
): Promise<{ readonly kind: 'opened' }> {
  await tabs.create({ url: getUrl(accessPagePath(question)), openerTabId: inspectedTab });
  return { kind: 'opened' };
}

/** Gives up access. Patterns that the manifest itself demands cannot be given up. */
export async function revokeAccess(permissions: Grants, patterns: readonly string[]): Promise<RevokeResult> {
  try {
    const removed = await permissions.remove({ origins: [...patterns] });
    return removed ? { kind: 'revoked' } : { kind: 'failed', why: 'The browser kept the access.' };
  } catch (error) {
    return { kind: 'failed', why: errorWords(error) };
  }
}
