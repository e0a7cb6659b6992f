import type { PanelStore, Row } from '../../store/types';
import { CookiesTab } from '../cookies/CookiesTab';
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
  readonly store: PanelStore;
}

/** What the chosen tab shows of a row. */
export function DetailContent({
  row,
  tab,
  store,
}: DetailContentProps<'endpoint' | 'exchange' | 'preflight'>) {
  switch (row.kind) {
    case 'endpoint':
      return <EndpointContent row={row} tab={tab} store={store} />;
    case 'exchange':
      return <ExchangeContent row={row} tab={tab} store={store} />;
    case 'preflight':
      if (tab === 'headers') return <HeadersTab exchange={row.exchange} />;
      if (tab === 'facts') return <FactsTab exchange={row.exchange} tier={null} hook={store.hook} />;
      return <PreflightDecision exchange={row.exchange} hop={row.hop} />;
  }
}

function EndpointContent({ row: { endpoint }, tab, store }: DetailContentProps<'endpoint'>) {
  const { key, method, origin, path, verdicts, count } = endpoint;
  if (tab === 'probe') {
    const exchange = store.probe.targetOf(endpoint);
    if (exchange !== null)
      return <ProbeTab exchange={exchange} probe={store.probe} verdict={verdicts.header} />;
  }
  const tried = store.trial.triedEndpoint(key);
  return (
    <DecisionTab method={method} url={origin + path} verdicts={verdicts} calls={count}>
      {tried !== null && <TriedSection tried={tried} />}
    </DecisionTab>
  );
}

function ExchangeContent({ row, tab, store }: DetailContentProps<'exchange'>) {
  const { exchange, verdicts, tier } = row;
  const { probe, cookieJar, access, page, trial, hook } = store;
  switch (tab) {
    case 'probe':
      return <ProbeTab exchange={exchange} probe={probe} verdict={verdicts.header} />;
    case 'cookies':
      return (
        <CookiesTab
          exchange={exchange}
          jar={cookieJar}
          access={access}
          engine={page.engine.value}
          pageUrl={page.url.value}
        />
      );
    case 'headers':
      return <HeadersTab exchange={exchange} />;
    case 'facts':
      return <FactsTab exchange={exchange} tier={tier} hook={hook} />;
    case 'decision': {
      const tried = trial.triedCall(exchange.id);
      return (
        <DecisionTab method={exchange.method} url={exchange.url} verdicts={verdicts} calls={null}>
          {tried !== null && <TriedSection tried={tried} />}
        </DecisionTab>
      );
    }
  }
}
