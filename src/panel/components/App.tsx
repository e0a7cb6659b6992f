import './theme/tokens.css';
import './theme/base.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelStore } from '../store/types';
import { AccessStrip } from './access/AccessStrip';
import { AgentStrip } from './agent/AgentStrip';
import { DetailPane } from './detail/DetailPane';
import { Splitter } from './detail/Splitter';
import { EngineContext } from './engines/engine-context';
import { ConnectionBanner } from './feedback/ConnectionBanner';
import { EmptyState } from './feedback/EmptyState';
import { StatusBar } from './feedback/StatusBar';
import { HelpDialog } from './help/HelpDialog';
import { PatternContext } from './pattern/pattern-context';
import { PatternWorkbench } from './pattern/PatternWorkbench';
import { ProbeButton } from './probe/ProbeButton';
import { ProbeTrouble } from './probe/ProbeStatus';
import { isTyping, shortcutOf } from './shortcuts';
import { RolloutSummary } from './summary/RolloutSummary';
import { ExchangeTable } from './table/ExchangeTable';
import { Toolbar } from './toolbar/Toolbar';
import { useAppearance } from './theme/use-appearance';
import { TrialContext } from './trial/trial-context';
import { TrialBanner } from './trial/TrialBanner';
import { TrialButtons } from './trial/TrialButtons';
import { TrialComparisonView } from './trial/TrialComparisonView';
import { TrialDialog } from './trial/TrialDialog';
import './app.css';

const noTicks: ReadonlySet<string> = new Set();

interface AppProps {
  readonly store: PanelStore;
  /** Controls of what goes out and comes in, for the toolbar. */
  readonly exchange?: ComponentChildren;
}

/** The whole panel over the store of the inspected page. */
export function App({ store, exchange }: AppProps) {
  const { recording, page, access, hook, probe, trial, pattern, table, summary, settings } = store;
  const helpOpen = useSignal(false);
  const trialOpen = useSignal(false);
  const comparisonOpen = useSignal(false);
  const ticked = pattern.suggest.ticking.value ? pattern.suggest.ticked.value : noTicks;
  const filterInput = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const { detailOpen } = table;
  const selected = table.selected.value;

  useAppearance(settings.theme, page.engine);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTyping(event.target));
      if (shortcut === null) return;
      event.preventDefault();
      switch (shortcut) {
        case 'record':
          recording.setRecording(!recording.recording.peek());
          break;
        case 'clear':
          recording.clear();
          break;
        case 'filter':
          filterInput.current?.focus();
          filterInput.current?.select();
          break;
        case 'help':
          helpOpen.value = true;
          break;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);

  function closeDetail() {
    detailOpen.value = false;
    area.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  }

  return (
    <div class="app">
      <h1 class="visually-hidden">Crosslink</h1>
      <Toolbar
        recording={recording}
        table={table}
        settings={settings}
        filterInput={filterInput}
        helpOpen={helpOpen}
      >
        <ProbeButton probe={probe} ticked={ticked} />
        <TrialButtons trial={trial} dialogOpen={trialOpen} comparisonOpen={comparisonOpen} />
        {exchange}
      </Toolbar>
      <ConnectionBanner recording={recording} />
      <TrialBanner trial={trial} onCompare={() => (comparisonOpen.value = true)} />
      <ProbeTrouble probe={probe} />
      <AgentStrip page={page} />
      <AccessStrip access={access} hook={hook} onReload={recording.reloadPage} />
      {!comparisonOpen.value && (
        <>
          <PatternWorkbench pattern={pattern} />
          <RolloutSummary summary={summary} engines={store.engines} />
        </>
      )}
      <EngineContext.Provider value={store.engines}>
        <div class="main-area" ref={area} style={{ '--detail-width': `${settings.detailWidth.value}px` }}>
          {comparisonOpen.value ? (
            <TrialComparisonView
              trial={trial}
              onStart={() => (trialOpen.value = true)}
              onClose={() => (comparisonOpen.value = false)}
            />
          ) : (
            <>
              <PatternContext.Provider value={pattern}>
                <TrialContext.Provider value={trial}>
                  <ExchangeTable
                    table={table}
                    settings={settings}
                    detailOpen={detailOpen}
                    onDetail={(open) => (open ? (detailOpen.value = true) : closeDetail())}
                    empty={<EmptyState recording={recording} table={table} />}
                  />
                </TrialContext.Provider>
              </PatternContext.Provider>
              {detailOpen.value && selected !== null && selected.kind !== 'navigation' && (
                <>
                  <Splitter width={settings.detailWidth} />
                  <DetailPane row={selected} store={store} onClose={closeDetail} />
                </>
              )}
            </>
          )}
        </div>
      </EngineContext.Provider>
      <StatusBar store={store} />
      <TrialDialog
        open={trialOpen}
        trial={trial}
        probe={probe}
        pattern={pattern.text.value}
        tickedInTable={ticked}
      />
      <HelpDialog open={helpOpen} />
    </div>
  );
}
