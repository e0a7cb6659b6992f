import { useRef } from 'preact/hooks';
import type { Session } from '../../store/session/types';
import { DetailPane } from '../detail/DetailPane';
import { Splitter } from '../detail/Splitter';
import { EmptyState } from '../feedback/EmptyState';
import { ExchangeTable } from '../table/ExchangeTable';

/** The table of calls, and beside it what is known of the selected one. */
export function CallsArea({ session }: { session: Session }) {
  const { table, settings } = session;
  const area = useRef<HTMLDivElement>(null);
  const { detailOpen } = table;
  const selected = table.selected.value;

  function closeDetail() {
    detailOpen.value = false;
    area.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  }

  return (
    <div class="main-area" ref={area} style={{ '--detail-width': `${settings.detailWidth.value}px` }}>
      <ExchangeTable
        table={table}
        settings={settings}
        detailOpen={detailOpen}
        onDetail={(open) => (open ? (detailOpen.value = true) : closeDetail())}
        empty={<EmptyState recording={session.kind === 'live' ? session.recording : null} table={table} />}
      />
      {detailOpen.value && selected !== null && selected.kind !== 'navigation' && (
        <>
          <Splitter width={settings.detailWidth} />
          <DetailPane row={selected} store={session} onClose={closeDetail} />
        </>
      )}
    </div>
  );
}
