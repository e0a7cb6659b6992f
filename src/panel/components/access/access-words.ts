import type { AccessExtent, AccessQuestionState, HostAccess } from '../../store/access/types';
import type { HookState } from '../../store/hook/types';
import { plural } from '../text/plural';

/** The state of access in one line. */
export function accessLine(extent: AccessExtent, hosts: readonly HostAccess[]): string {
  switch (extent) {
    case 'reading':
      return 'Reading site access…';
    case 'impossible':
      return 'No site access can be had for this page';
    case 'none':
      return 'No site access';
    case 'partial': {
      const granted = hosts.filter((host) => host.granted).length;
      return `Site access to ${granted} of ${plural(hosts.length, 'host')}`;
    }
    case 'all':
      return `Site access to ${hosts.length === 1 ? (hosts[0]?.label ?? '') : plural(hosts.length, 'host')}`;
  }
}

/** What the present extent means for what is shown. */
export const extentMeanings: Readonly<Record<AccessExtent, string | null>> = {
  reading: null,
  impossible: 'the browser’s own pages and files are closed to extensions',
  none: 'verdicts come from the network log alone',
  partial: null,
  all: null,
};

export const hookWords: Readonly<Record<HookState, string>> = {
  'no-access': 'page hook: off',
  reload: 'page hook: from the next load on',
  observing: 'page hook: sees the page’s calls',
};

/** What a host's access is for. */
export const purposes: Readonly<Record<HostAccess['role'], string>> = {
  page: 'Page hook, RUM cookies, live trial; probes of this site’s hosts',
  called: 'Probes of this host; its frames in the page hook; its answers in a trial “as if fixed”',
};

/** What came of the last question; `null`: nothing that is worth a word. */
export function questionWords(question: AccessQuestionState): string | null {
  switch (question.kind) {
    case 'none':
      return null;
    case 'prompt':
      return 'The browser asks you now, in a window of its own.';
    case 'in-tab':
      return 'Answer in the tab that has just opened; this panel goes on by itself.';
    case 'refused':
      return 'Refused. Nothing changed: all that needs no access works on.';
    case 'withdrawn':
      return `Access to ${question.labels.join(', ')} was withdrawn: what needed it has stopped.`;
    case 'failed':
      return `That did not work: ${question.why}`;
  }
}
