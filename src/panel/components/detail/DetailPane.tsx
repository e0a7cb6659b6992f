import { useSignal } from '@preact/signals';
import type { Session } from '../../store/session/types';
import type { Row } from '../../store/types';
import { CloseIcon } from '../icons/control-icons';
import { DetailContent } from './DetailContent';
import { TabList } from './TabList';
import { tabsOf, type DetailTab } from './detail-tabs';
import './detail.css';

interface DetailPaneProps {
  readonly row: Exclude<Row, { kind: 'navigation' }>;
  readonly store: Session;
  onClose(): void;
}

/** All that is known of the selected row. */
export function DetailPane({ row, store, onClose }: DetailPaneProps) {
  const chosen = useSignal<DetailTab>('decision');
  const tabs = tabsOf(row.kind, store.kind);
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
        <DetailContent row={row} tab={tab} store={store} />
      </div>
    </section>
  );
}
