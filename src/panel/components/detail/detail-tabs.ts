import type { Row } from '../../store/types';
import type { Tab } from './TabList';

export type DetailTab = 'decision' | 'fix' | 'probe' | 'cookies' | 'headers' | 'facts';

const decision = { id: 'decision', title: 'Decision' } as const;
const fix = { id: 'fix', title: 'Fix' } as const;
const probe = { id: 'probe', title: 'Probe' } as const;
const messages = [
  { id: 'headers', title: 'Headers' },
  { id: 'facts', title: 'Facts' },
] as const;

/** What there is to see of each kind of row; an endpoint's calls have cookies, headers and facts of their own. */
const detailTabs: Readonly<Record<Exclude<Row['kind'], 'navigation'>, readonly Tab<DetailTab>[]>> = {
  endpoint: [decision, fix, probe],
  exchange: [decision, fix, probe, { id: 'cookies', title: 'Cookies' }, ...messages],
  preflight: [decision, ...messages],
};

const liveOnly: ReadonlySet<DetailTab> = new Set(['probe', 'cookies']);

/** The tabs of a row; a session from a file has no server to ask and no cookie jar. */
export function tabsOf(
  kind: keyof typeof detailTabs,
  session: 'live' | 'imported',
): readonly Tab<DetailTab>[] {
  return session === 'live' ? detailTabs[kind] : detailTabs[kind].filter(({ id }) => !liveOnly.has(id));
}
