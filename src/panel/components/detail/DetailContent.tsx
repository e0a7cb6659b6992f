import type { Session } from '../../store/session/types';
import type { Row } from '../../store/types';
import { CookiesTab } from '../cookies/CookiesTab';
import { FixTab } from '../fix/FixTab';
import { ProbeTab } from '../probe/ProbeTab';
import { TriedSection } from '../trial/TriedSection';
import { DecisionTab } from './DecisionTab';
import type { DetailTab } from './detail-tabs';
import { FactsTab } from './FactsTab';
import { HeadersTab } from './HeadersTab';
import { PreflightDecision } from './PreflightDecision';

interface DetailContentProps<Kind extends Row['kind']> {
  readonly row: Extract<Row, { kind: Kind }>;
  readonly tab: DetailTab;
  readonly store: Session;
}

/** What the chosen tab shows of a row. */
export function DetailContent({
  row,
  tab,
  store,
}: DetailContentProps<'endpoint' | 'exchange' | 'preflight'>) {
  const hook = store.kind === 'live' ? store.hook : null;
  switch (row.kind) {
    case 'endpoint':
      return <EndpointContent row={row} tab={tab} store={store} />;
    case 'exchange':
      return <ExchangeContent row={row} tab={tab} store={store} />;
    case 'preflight':
      if (tab === 'headers') return <HeadersTab exchange={row.exchange} />;
      if (tab === 'facts') return <FactsTab exchange={row.exchange} tier={null} hook={hook} />;
      return <PreflightDecision exchange={row.exchange} hop={row.hop} />;
  }
}

function EndpointContent({ row, tab, store }: DetailContentProps<'endpoint'>) {
  const { key, method, origin, path, verdicts, count } = row.endpoint;
  if (tab === 'fix') return <FixTab row={row} evidence={store.evidence} />;
  if (tab === 'probe' && store.kind === 'live') {
    const exchange = store.probe.targetOf(row.endpoint);
    if (exchange !== null) return <ProbeTab exchange={exchange} probe={store.probe} verdicts={verdicts} />;
  }
  const tried = store.kind === 'live' ? store.trial.triedEndpoint(key) : null;
  return (
    <DecisionTab
      method={method}
      url={origin + path}
      verdicts={verdicts}
      of={{ kind: 'endpoint', key, calls: count }}
    >
      {tried !== null && <TriedSection tried={tried} />}
    </DecisionTab>
  );
}

function ExchangeContent({ row, tab, store }: DetailContentProps<'exchange'>) {
  const { exchange, verdicts, tier } = row;
  const live = store.kind === 'live' ? store : null;
  if (tab === 'headers') return <HeadersTab exchange={exchange} />;
  if (tab === 'facts') return <FactsTab exchange={exchange} tier={tier} hook={live?.hook ?? null} />;
  if (tab === 'fix') return <FixTab row={row} evidence={store.evidence} />;
  if (tab === 'probe' && live !== null)
    return <ProbeTab exchange={exchange} probe={live.probe} verdicts={verdicts} />;
  if (tab === 'cookies' && live !== null) {
    return (
      <CookiesTab
        exchange={exchange}
        jar={live.cookieJar}
        access={live.access}
        engine={live.page.engine.value}
        pageUrl={live.page.url.value}
      />
    );
  }
  const tried = live?.trial.triedCall(exchange.id) ?? null;
  return (
    <DecisionTab
      method={exchange.method}
      url={exchange.url}
      verdicts={verdicts}
      of={{ kind: 'call', id: exchange.id }}
    >
      {tried !== null && <TriedSection tried={tried} />}
    </DecisionTab>
  );
}
