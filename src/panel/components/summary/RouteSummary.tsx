import { outcomes, type Outcome, type Route } from '../../../core';
import type { SummaryStore } from '../../store/types';
import { OutcomeIcon } from '../icons/outcome-icons';
import { outcomeMeanings, routeMeanings, routeTitles } from '../outcome/outcome-words';
import { plural } from '../text/plural';
import { durationText } from '../text/clock-time';

interface RouteSummaryProps {
  readonly route: Route;
  readonly summary: SummaryStore;
}

/** One route: how many endpoints come to which outcome, and what it adds in preflights. A count filters the table. */
export function RouteSummary({ route, summary }: RouteSummaryProps) {
  const counts = summary.summary.value[route];
  const present = outcomes.filter((outcome) => counts[outcome] > 0 || summary.isNarrowedTo(route, outcome));
  return (
    <div class="route-summary" role="group" aria-label={`${routeTitles[route]}: ${routeMeanings[route]}`}>
      <span class="route-title" title={routeMeanings[route]}>
        {routeTitles[route]}
      </span>
      {present.length === 0 ? (
        <span class="subtle">–</span>
      ) : (
        <span class="segments">
          {present.map((outcome) => (
            <Segment
              key={outcome}
              route={route}
              outcome={outcome}
              count={counts[outcome]}
              summary={summary}
            />
          ))}
        </span>
      )}
      {route !== 'today' && <AddedPreflights route={route} summary={summary} />}
    </div>
  );
}

function Segment({
  route,
  outcome,
  count,
  summary,
}: RouteSummaryProps & { outcome: Outcome; count: number }) {
  const pressed = summary.isNarrowedTo(route, outcome);
  const action = pressed ? 'show all again' : 'show only these';
  return (
    <button
      type="button"
      class="segment"
      data-outcome={outcome}
      aria-pressed={pressed}
      title={`${plural(count, 'endpoint')}: ${outcomeMeanings[outcome]} (click: ${action})`}
      onClick={() => summary.toggleOutcome(route, outcome)}
    >
      <OutcomeIcon outcome={outcome} />
      <span class="segment-count">{count.toLocaleString('en-US')}</span>
      <span class="segment-word">{outcome}</span>
    </button>
  );
}

function AddedPreflights({ route, summary }: { route: 'cookies' | 'header'; summary: SummaryStore }) {
  const { addedPreflights, preflightCost } = summary.summary.value;
  const added = addedPreflights[route];
  if (added === 0) return null;
  const basis =
    preflightCost === null
      ? 'No preflight or answer was seen by which to tell what one costs'
      : `About ${durationText(preflightCost.median)} each: median of ${plural(preflightCost.samples, preflightCost.basis === 'preflights' ? 'preflight' : 'response')} seen`;
  return (
    <span class="added-preflights" title={basis}>
      +{plural(added, 'preflight')}
      {preflightCost !== null && (
        <span class="preflight-cost">, ~{durationText(preflightCost.median)} each</span>
      )}
    </span>
  );
}
