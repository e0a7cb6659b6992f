import type { Row } from '../../store/types';
import type { Tab } from './TabList';

export type DetailTab = 'decision' | 'probe' | 'cookies' | 'headers' | 'facts';

const decision = { id: 'decision', title: 'Decision' } as const;
const probe = { id: 'probe', title: 'Probe' } as const;
const messages = [
  { id: 'headers', title: 'Headers' },
  { id: 'facts', title: 'Facts' },
] as const;

/** What there is to see of each kind of row; an endpoint's calls have cookies, headers and facts of their own. */
export const detailTabs: Readonly<Record<Exclude<Row['kind'], 'navigation'>, readonly Tab<DetailTab>[]>> = {
  endpoint: [decision, probe],
  exchange: [decision, probe, { id: 'cookies', title: 'Cookies' }, ...messages],
  preflight: [decision, ...messages],
};
