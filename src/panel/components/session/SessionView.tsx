import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Session } from '../../store/session/types';
import { AgentStrip } from '../agent/AgentStrip';
import { EngineContext } from '../engines/engine-context';
import { StatusBar } from '../feedback/StatusBar';
import { HelpDialog } from '../help/HelpDialog';
import { PatternContext } from '../pattern/pattern-context';
import { PatternWorkbench } from '../pattern/PatternWorkbench';
import { RolloutSummary } from '../summary/RolloutSummary';
import { Toolbar } from '../toolbar/Toolbar';
import { TrialContext } from '../trial/trial-context';
import { CallsArea } from './CallsArea';
import { useShortcuts } from './use-shortcuts';
import './session-view.css';

interface SessionViewProps {
  readonly session: Session;
  /** Controls that do something with the calls, for the toolbar. */
  readonly actions: ComponentChildren;
  /** Between toolbar and agent strip. */
  readonly banners?: ComponentChildren;
  /** Below the agent strip. */
  readonly strips?: ComponentChildren;
  /** Takes the place of pattern, summary and table; `null`: they are shown. */
  readonly instead?: ComponentChildren;
  readonly dialogs?: ComponentChildren;
}

/** One session from toolbar to status bar; what only a live page has is handed in. */
export function SessionView({
  session,
  actions,
  banners,
  strips,
  instead = null,
  dialogs,
}: SessionViewProps) {
  const { page, pattern, table, summary, settings, engines } = session;
  const recording = session.kind === 'live' ? session.recording : null;
  const helpOpen = useSignal(false);
  const filterInput = useRef<HTMLInputElement>(null);

  useShortcuts({
    ...(recording !== null && {
      record: () => recording.setRecording(!recording.recording.peek()),
      clear: recording.clear,
    }),
    filter: () => {
      filterInput.current?.focus();
      filterInput.current?.select();
    },
    help: () => (helpOpen.value = true),
  });

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
        {actions}
      </Toolbar>
      {banners}
      <AgentStrip page={page} />
      {strips}
      {instead ?? (
        <EngineContext.Provider value={engines}>
          <PatternContext.Provider value={pattern}>
            <TrialContext.Provider value={session.kind === 'live' ? session.trial : null}>
              <PatternWorkbench pattern={pattern} />
              <RolloutSummary summary={summary} engines={engines} />
              <CallsArea session={session} />
            </TrialContext.Provider>
          </PatternContext.Provider>
        </EngineContext.Provider>
      )}
      <StatusBar store={session} />
      {dialogs}
      <HelpDialog open={helpOpen} />
    </div>
  );
}
