import { useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TrialMode, TrialRoute } from '../../../core';
import type { ProbeStore } from '../../store/probe/types';
import type { TrialChoices, TrialStore } from '../../store/trial/types';
import { CloseIcon } from '../icons/control-icons';
import { Choice } from './Choice';
import { Conditions, isConfirmed } from './Conditions';
import { PlanSummary } from './PlanSummary';
import { StartBar } from './StartBar';
import { modeWords, routeWords } from './trial-words';
import './trial.css';

interface TrialDialogProps {
  readonly open: Signal<boolean>;
  readonly trial: TrialStore;
  readonly probe: ProbeStore;
  /** The pattern in force; empty: none. */
  readonly pattern: string;
  /** Keys of the endpoints that are ticked in the table. */
  readonly tickedInTable: ReadonlySet<string>;
}

/** What a trial is to change, what that would mean, and what has to be confirmed before. */
export function TrialDialog({ open, trial, probe, pattern, tickedInTable }: TrialDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = open.value;

  useLayoutEffect(() => {
    if (!shown) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    if (tickedInTable.size > 0) {
      trial.choices.value = { ...trial.choices.peek(), scope: 'ticked', ticked: tickedInTable };
    }
  }, [shown]);

  return (
    <dialog
      ref={dialog}
      class="trial-dialog"
      aria-label="Live trial"
      onClose={() => (open.value = false)}
      onClick={(event) => event.target === event.currentTarget && (open.value = false)}
    >
      {shown && (
        <TrialForm trial={trial} probe={probe} pattern={pattern} onClose={() => (open.value = false)} />
      )}
    </dialog>
  );
}

interface TrialFormProps extends Pick<TrialDialogProps, 'trial' | 'probe' | 'pattern'> {
  onClose(): void;
}

function TrialForm({ trial, probe, pattern, onClose }: TrialFormProps) {
  const choices = trial.choices.value;
  const plan = trial.plan.value;
  const confirmedAt = trial.confirmedAt.value;
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
      <header class="trial-head">
        <h2>Try it on the live page</h2>
        <button type="button" class="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div class="trial-body">
        <p class="trial-intro">
          The page’s own calls are changed in this tab, and the browser decides. The page is loaded again, so
          that its first request is in. Stop, closing the panel, devtools or the tab, and leaving the site
          undo everything.
        </p>
        <Choice<TrialRoute>
          legend="Route"
          chosen={choices.route}
          options={(['header', 'cookies'] as const).map((id) => ({ id, ...routeWords[id] }))}
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
            {
              id: 'matched',
              title: 'Matched',
              meaning: pattern === '' ? 'no pattern is set: every cross-origin call' : 'by the pattern above',
            },
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
            agreed={agreed.value}
            onAgree={(index, on) => (agreed.value = toggled(agreed.peek(), index, on))}
          />
        )}
      </div>
      <StartBar
        obstacle={plan.obstacle}
        breaking={choices.mode === 'strict' ? plan.breaking : 0}
        confirmedAt={confirmedAt}
        isConfirmed={confirmedAt !== null || isConfirmed(agreed.value)}
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
