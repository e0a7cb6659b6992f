import { useSignal, type Signal } from '@preact/signals';
import type { TrialMode, TrialRoute } from '../../../core';
import type { ProbeStore } from '../../store/probe/types';
import type { TrialChoices, TrialStore } from '../../store/trial/types';
import { Dialog } from '../dialog/Dialog';
import { DialogHead } from '../dialog/DialogHead';
import { Choice } from './Choice';
import { Conditions } from './Conditions';
import { PlanSummary } from './PlanSummary';
import { StartBar } from './StartBar';
import { conditionsFor, matchedMeaning, modeWords, routeMeaning, routeTitles } from './trial-words';
import './trial.css';

interface TrialDialogProps {
  readonly open: Signal<boolean>;
  readonly trial: TrialStore;
  readonly probe: ProbeStore;
  /** Keys of the endpoints that are ticked in the table. */
  readonly tickedInTable: ReadonlySet<string>;
}

/** What a trial is to change, what that would mean, and what has to be confirmed before. */
export function TrialDialog({ open, trial, probe, tickedInTable }: TrialDialogProps) {
  const onShow = () => {
    if (tickedInTable.size === 0) return;
    trial.choices.value = { ...trial.choices.peek(), scope: 'ticked', ticked: tickedInTable };
  };
  return (
    <Dialog
      name="Live trial"
      open={open}
      look="trial-dialog"
      onShow={onShow}
      content={() => <TrialForm trial={trial} probe={probe} onClose={() => (open.value = false)} />}
    />
  );
}

interface TrialFormProps extends Pick<TrialDialogProps, 'trial' | 'probe'> {
  onClose(): void;
}

function TrialForm({ trial, probe, onClose }: TrialFormProps) {
  const choices = trial.choices.value;
  const plan = trial.plan.value;
  const confirmedAt = trial.confirmedAt.value;
  const conditions = conditionsFor(plan.adds);
  const agreed = useSignal<ReadonlySet<number>>(new Set());
  const change = (part: Partial<TrialChoices>) => {
    trial.choices.value = { ...trial.choices.peek(), ...part };
  };
  return (
    <form
      class="trial-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmedAt === null) trial.confirm();
        trial.start();
        onClose();
      }}
    >
      <DialogHead title="Try it on the live page" onClose={onClose} />
      <div class="trial-body">
        <p class="trial-intro">
          The page’s own calls are changed in this tab, and the browser decides. The page is loaded again, so
          that its first request is in. Stop, closing the panel, devtools or the tab, and leaving the site
          undo everything.
        </p>
        <Choice<TrialRoute>
          legend="Route"
          chosen={choices.route}
          options={(['header', 'cookies'] as const).map((id) => ({
            id,
            title: routeTitles[id],
            meaning: routeMeaning(id, plan.adds),
          }))}
          onChoose={(route) => change({ route })}
        />
        <Choice<TrialMode>
          legend="Mode"
          chosen={choices.mode}
          options={(['guarded', 'strict', 'as-if-fixed'] as const).map((id) => ({ id, ...modeWords[id] }))}
          onChoose={(mode) => change({ mode })}
        />
        <Choice<TrialChoices['scope']>
          legend="Calls"
          chosen={choices.scope}
          options={[
            { id: 'matched', title: 'Matched', meaning: matchedMeaning(plan) },
            { id: 'ticked', title: 'Ticked', meaning: 'calls to the endpoints ticked below' },
          ]}
          onChoose={(scope) => change({ scope })}
        />
        <PlanSummary
          plan={plan}
          choices={choices}
          probe={probe}
          onTick={(key, on) => change({ ticked: toggled(trial.choices.peek().ticked, key, on) })}
        />
        {confirmedAt === null && (
          <Conditions
            conditions={conditions}
            agreed={agreed.value}
            onAgree={(index, on) => (agreed.value = toggled(agreed.peek(), index, on))}
          />
        )}
      </div>
      <StartBar
        obstacle={plan.obstacle}
        breaking={choices.mode === 'strict' ? plan.breaking : 0}
        confirmedAt={confirmedAt}
        isConfirmed={confirmedAt !== null || agreed.value.size === conditions.length}
        onCancel={onClose}
      />
    </form>
  );
}

function toggled<T>(members: ReadonlySet<T>, member: T, on: boolean): ReadonlySet<T> {
  const next = new Set(members);
  if (on) next.add(member);
  else next.delete(member);
  return next;
}
