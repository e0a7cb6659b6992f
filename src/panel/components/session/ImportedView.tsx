import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportedSession } from '../../store/session/types';
import { AgentStrip } from '../agent/AgentStrip';
import { DetailPane } from '../detail/DetailPane';
import { Splitter } from '../detail/Splitter';
import { EngineContext } from '../engines/engine-context';
import { EmptyState } from '../feedback/EmptyState';
import { StatusBar } from '../feedback/StatusBar';
import { HelpDialog } from '../help/HelpDialog';
import { PatternContext } from '../pattern/pattern-context';
import { PatternWorkbench } from '../pattern/PatternWorkbench';
import { isTyping, shortcutOf } from '../shortcuts';
import { RolloutSummary } from '../summary/RolloutSummary';
import { ExchangeTable } from '../table/ExchangeTable';
import { Toolbar } from '../toolbar/Toolbar';
import '../app.css';

interface ImportedViewProps {
  readonly session: ImportedSession;
  readonly exchange: ComponentChildren;
}

/** A session from a file: everything that needs no page. */
export function ImportedView({ session, exchange }: ImportedViewProps) {
  const { page, pattern, table, summary, settings } = session;
  const helpOpen = useSignal(false);
  const filterInput = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const { detailOpen } = table;
  const selected = table.selected.value;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTyping(event.target));
      if (shortcut !== 'filter' && shortcut !== 'help') return;
      event.preventDefault();
      if (shortcut === 'help') helpOpen.value = true;
      else {
        filterInput.current?.focus();
        filterInput.current?.select();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session]);

  function closeDetail() {
    detailOpen.value = false;
    area.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  }

  return (
    <div class="app">
      <h1 class="visually-hidden">Crosslink</h1>
      <Toolbar
        recording={null}
        table={table}
        settings={settings}
        filterInput={filterInput}
        helpOpen={helpOpen}
      >
        {exchange}
      </Toolbar>
      <AgentStrip page={page} />
      <PatternWorkbench pattern={pattern} />
      <RolloutSummary summary={summary} engines={session.engines} />
      <EngineContext.Provider value={session.engines}>
        <div class="main-area" ref={area} style={{ '--detail-width': `${settings.detailWidth.value}px` }}>
          <PatternContext.Provider value={pattern}>
            <ExchangeTable
              table={table}
              settings={settings}
              detailOpen={detailOpen}
              onDetail={(open) => (open ? (detailOpen.value = true) : closeDetail())}
              empty={<EmptyState recording={null} table={table} />}
            />
          </PatternContext.Provider>
          {detailOpen.value && selected !== null && selected.kind !== 'navigation' && (
            <>
              <Splitter width={settings.detailWidth} />
              <DetailPane row={selected} store={session} onClose={closeDetail} />
            </>
          )}
        </div>
      </EngineContext.Provider>
      <StatusBar store={session} />
      <HelpDialog open={helpOpen} />
    </div>
  );
}
