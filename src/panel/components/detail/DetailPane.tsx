import { useSignal } from '@preact/signals';
import type { Row } from '../../store/types';
import { CloseIcon } from '../icons/control-icons';
import { DecisionTab } from './DecisionTab';
import { FactsTab } from './FactsTab';
import { HeadersTab } from './HeadersTab';
import { PreflightDecision } from './PreflightDecision';
import { TabList, type Tab } from './TabList';
import './detail.css';

type DetailTab = 'decision' | 'headers' | 'facts';
type DetailRow = Exclude<Row, { kind: 'navigation' }>;

const callTabs: readonly Tab<DetailTab>[] = [
  { id: 'decision', title: 'Decision' },
  { id: 'headers', title: 'Headers' },
  { id: 'facts', title: 'Facts' },
];

interface DetailPaneProps {
  readonly row: DetailRow;
  onClose(): void;
}

/** All that is known of the selected row. An endpoint has a decision only: its calls have headers and facts. */
export function DetailPane({ row, onClose }: DetailPaneProps) {
  const chosen = useSignal<DetailTab>('decision');
  const tabs = row.kind === 'endpoint' ? callTabs.slice(0, 1) : callTabs;
  const tab = tabs.some(({ id }) => id === chosen.value) ? chosen.value : 'decision';
  return (
    <section
      class="detail"
      aria-label="Details"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="detail-bar">
        <button
          type="button"
          class="icon-button"
          aria-label="Close details"
          title="Close (Esc)"
          onClick={onClose}
        >
          <CloseIcon />
        </button>
        <TabList tabs={tabs} chosen={tab} onChoose={(id) => (chosen.value = id)} />
      </div>
      <div
        class="detail-body"
        role="tabpanel"
        id="detail-panel"
        aria-labelledby={`detail-tab-${tab}`}
        tabIndex={0}
      >
        <DetailContent row={row} tab={tab} />
      </div>
    </section>
  );
}

function DetailContent({ row, tab }: { row: DetailRow; tab: DetailTab }) {
  if (row.kind === 'endpoint') {
    const { method, origin, path, verdicts, count } = row.endpoint;
    return <DecisionTab method={method} url={origin + path} verdicts={verdicts} calls={count} />;
  }
  if (tab === 'headers') return <HeadersTab exchange={row.exchange} />;
  if (tab === 'facts')
    return <FactsTab exchange={row.exchange} tier={row.kind === 'exchange' ? row.tier : null} />;
  if (row.kind === 'preflight') return <PreflightDecision exchange={row.exchange} hop={row.hop} />;
  return (
    <DecisionTab method={row.exchange.method} url={row.exchange.url} verdicts={row.verdicts} calls={null} />
  );
}
