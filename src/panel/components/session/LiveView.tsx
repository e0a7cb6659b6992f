import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { PanelStore } from '../../store/types';
import { AccessStrip } from '../access/AccessStrip';
import { ConnectionBanner } from '../feedback/ConnectionBanner';
import { ProbeButton } from '../probe/ProbeButton';
import { ProbeTrouble } from '../probe/ProbeStatus';
import { TrialBanner } from '../trial/TrialBanner';
import { TrialButtons } from '../trial/TrialButtons';
import { TrialComparisonView } from '../trial/TrialComparisonView';
import { TrialDialog } from '../trial/TrialDialog';
import { SessionView } from './SessionView';

const noTicks: ReadonlySet<string> = new Set();

interface LiveViewProps {
  readonly store: PanelStore;
  /** Controls of what goes out and comes in, for the toolbar. */
  readonly exchange: ComponentChildren;
}

/** The session of the inspected page, with what only a live page allows: site access, probe and trial. */
export function LiveView({ store, exchange }: LiveViewProps) {
  const { recording, access, hook, probe, trial, pattern } = store;
  const trialOpen = useSignal(false);
  const comparisonOpen = useSignal(false);
  const ticked = pattern.suggest.ticking.value ? pattern.suggest.ticked.value : noTicks;
  return (
    <SessionView
      session={store}
      actions={
        <>
          <ProbeButton probe={probe} ticked={ticked} />
          <TrialButtons trial={trial} dialogOpen={trialOpen} comparisonOpen={comparisonOpen} />
          {exchange}
        </>
      }
      banners={
        <>
          <ConnectionBanner recording={recording} />
          <TrialBanner trial={trial} onCompare={() => (comparisonOpen.value = true)} />
          <ProbeTrouble probe={probe} />
        </>
      }
      strips={<AccessStrip access={access} hook={hook} onReload={recording.reloadPage} />}
      instead={
        comparisonOpen.value ? (
          <TrialComparisonView
            trial={trial}
            onStart={() => (trialOpen.value = true)}
            onClose={() => (comparisonOpen.value = false)}
          />
        ) : null
      }
      dialogs={<TrialDialog open={trialOpen} trial={trial} probe={probe} tickedInTable={ticked} />}
    />
  );
}
