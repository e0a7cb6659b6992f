import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EndpointTrial, TrialComparison } from '../../../core';
import type { TrialStore } from '../../store/trial/types';
import { CloseIcon } from '../icons/control-icons';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { durationText } from '../text/clock-time';
import { plural } from '../text/plural';
import { DifferenceNote } from './DifferenceNote';
import { untriedWords } from './trial-words';
import './comparison.css';

interface TrialComparisonViewProps {
  readonly trial: TrialStore;
  onStart(): void;
  onClose(): void;
}

/** The same page without and with the trial, endpoint by endpoint. */
export function TrialComparisonView({ trial, onStart, onClose }: TrialComparisonViewProps) {
  const comparison = trial.comparison.value;
  const view = useRef<HTMLElement>(null);
  // it takes the table's place: the keyboard goes with it, and back
  useLayoutEffect(() => {
    const opener = document.activeElement;
    view.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <section
      class="trial-comparison"
      aria-label="Baseline against trial"
      tabIndex={-1}
      ref={view}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="trial-comparison-head">
        <h2>Baseline against trial</h2>
        <button
          type="button"
          class="icon-button"
          aria-label="Back to the calls"
          title="Back to the calls (Esc)"
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      {comparison === null ? (
        <NoTrialYet onStart={onStart} />
      ) : (
        <>
          <Totals comparison={comparison} />
          {trial.forgotten.value > 0 && (
            <p class="trial-comparison-note subtle">
              The trial has gone on for long: {plural(trial.forgotten.value, 'earlier call')} of it left out.
            </p>
          )}
          <EndpointTable endpoints={comparison.endpoints} />
        </>
      )}
    </section>
  );
}

function NoTrialYet({ onStart }: { onStart(): void }) {
  return (
    <div class="trial-comparison-empty">
      <h3>No trial was run yet</h3>
      <p>
        Walk through the page as a user does: that is the baseline. Then start a trial and walk the same way
        again. Here you see what would link, what broke, what the added preflights cost, and where the
        prediction was wrong.
      </p>
      <button type="button" class="text-button filled" onClick={onStart}>
        Start a trial…
      </button>
    </div>
  );
}

function Totals({ comparison }: { comparison: TrialComparison }) {
  const { linked, tried, broke, differing, preflights, loads } = comparison;
  const added = preflights.perLoad.after - preflights.perLoad.before;
  // the same preflights, slower or faster this time, are no cost of the trial
  const time = round(added) === 0 ? 0 : preflights.time.after - preflights.time.before;
  return (
    <dl class="totals">
      <Total name="Calls altered" value={tried.toLocaleString('en-US')}>
        over {plural(loads.after, 'page load')}
      </Total>
      <Total name="Would link" value={`${linked.before} → ${linked.after}`}>
        calls, before and after
      </Total>
      <Total name="Broke" value={broke.toLocaleString('en-US')} alarming={broke > 0}>
        calls that work without
      </Total>
      <Total name="Preflights" value={signed(round(added))}>
        per page load
        {preflights.median !== null && `, median ${durationText(preflights.median)}`}
      </Total>
      <Total name="Time in preflights" value={`${time < 0 ? '−' : '+'}${durationText(Math.abs(time))}`}>
        per page load, in part side by side
      </Total>
      <Total name="Not as predicted" value={differing.toLocaleString('en-US')} alarming={differing > 0}>
        endpoints
      </Total>
    </dl>
  );
}

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly alarming?: boolean;
  readonly children: preact.ComponentChildren;
}

function Total({ name, value, alarming = false, children }: TotalProps) {
  return (
    <div class="total" data-alarming={alarming}>
      <dt>{name}</dt>
      <dd>
        <span class="total-value">{value}</span> <span class="subtle">{children}</span>
      </dd>
    </div>
  );
}

function EndpointTable({ endpoints }: { endpoints: readonly EndpointTrial[] }) {
  if (endpoints.length === 0) {
    return (
      <p class="trial-comparison-note subtle">
        No call was recorded in the trial yet: reload the page or go on using it.
      </p>
    );
  }
  return (
    <div class="trial-comparison-scroll" tabIndex={0} role="group" aria-label="Endpoints">
      <table class="trial-comparison-table">
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col">Predicted</th>
            <th scope="col">Tried</th>
            <th scope="col">Would link</th>
            <th scope="col">Preflights</th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <EndpointLine key={endpoint.key} endpoint={endpoint} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EndpointLine({ endpoint }: { endpoint: EndpointTrial }) {
  const { key, method, origin, path, predicted, tried, untried, difference, before, after, preflights } =
    endpoint;
  return (
    <tr data-endpoint={key} data-predicted={predicted?.outcome} data-tried={tried?.outcome}>
      <th scope="row">
        <span class="method">{method}</span> {origin.replace(/^https?:\/\//, '')}
        {path}
        {tried !== null && tried.outcome !== 'links' && (
          <p class="trial-comparison-why">{tried.because.text}</p>
        )}
        {untried !== null && <p class="trial-comparison-why">{untriedWords(untried)}</p>}
        {difference !== null && <DifferenceNote difference={difference} />}
      </th>
      <td>
        {predicted === null ? (
          <span class="subtle">not seen</span>
        ) : (
          <OutcomeLabel outcome={predicted.outcome} />
        )}
      </td>
      <td>
        {tried === null ? (
          <span class="subtle">{after.calls === 0 ? 'not called' : 'not altered'}</span>
        ) : (
          <OutcomeLabel outcome={tried.outcome} />
        )}
      </td>
      <td class="figure">
        {before.linked}/{before.calls} → {after.linked}/{after.calls}
      </td>
      <td class="figure">
        {preflights.before} → {preflights.after}
      </td>
    </tr>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function signed(value: number): string {
  return value < 0 ? `−${Math.abs(value)}` : `+${value}`;
}
