import type { ProbeStore } from '../../store/probe/types';
import type { PlannedEndpoint, TrialChoices, TrialPlan } from '../../store/trial/types';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { plural } from '../text/plural';
import { leftAloneWords } from './trial-words';

interface PlanSummaryProps {
  readonly plan: TrialPlan;
  readonly choices: TrialChoices;
  readonly probe: ProbeStore;
  onTick(key: string, on: boolean): void;
}

/** Which endpoints the trial would change, with what is predicted for them. */
export function PlanSummary({ plan, choices, probe, onTick }: PlanSummaryProps) {
  const unproven = plan.endpoints.filter((endpoint) => isWorthAsking(endpoint, choices.route));
  const isPicking = choices.scope === 'ticked';
  return (
    <section class="plan" aria-label="Endpoints">
      <div class="plan-head">
        <strong>
          {plan.included.toLocaleString('en-US')} of {plural(plan.endpoints.length, 'cross-origin endpoint')}
        </strong>
        {plan.includesUnseen && <span class="subtle"> and those not seen yet that match</span>}
        {unproven.length > 0 && (
          <button
            type="button"
            class="text-button"
            disabled={probe.progress.value !== null}
            onClick={() => probe.probeEndpoints(unproven.map(({ key }) => key))}
          >
            {probe.progress.value === null ? `Probe ${plural(unproven.length, 'endpoint')}` : 'Probing…'}
          </button>
        )}
      </div>
      {plan.endpoints.length === 0 ? (
        <p class="subtle">No cross-origin call was recorded yet: use the page, or reload it.</p>
      ) : (
        <ul class="plan-list" tabIndex={0} aria-label="Endpoints in the trial">
          {plan.endpoints.map((endpoint) => (
            <PlanLine
              key={endpoint.key}
              endpoint={endpoint}
              ticked={isPicking ? choices.ticked.has(endpoint.key) : null}
              onTick={(on) => onTick(endpoint.key, on)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a probe could bring into the trial. */
function isWorthAsking({ leftAlone, predicted }: PlannedEndpoint, route: TrialChoices['route']): boolean {
  if (route === 'cookies') return predicted === 'unknown' && (leftAlone === null || leftAlone === 'unproven');
  return leftAlone === 'unproven' ? predicted !== 'breaks' : leftAlone === null && predicted === 'unknown';
}

interface PlanLineProps {
  readonly endpoint: PlannedEndpoint;
  /** `null`: endpoints are not picked one by one. */
  readonly ticked: boolean | null;
  onTick(on: boolean): void;
}

function PlanLine({ endpoint, ticked, onTick }: PlanLineProps) {
  const { method, origin, path, predicted, leftAlone } = endpoint;
  const name = (
    <span class="plan-name">
      <span class="method">{method}</span> {origin.replace(/^https?:\/\//, '')}
      {path}
    </span>
  );
  return (
    <li class="plan-line" data-included={leftAlone === null}>
      {ticked === null ? (
        name
      ) : (
        <label class="plan-pick">
          <input
            type="checkbox"
            checked={ticked}
            disabled={leftAlone === 'cannot'}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          {name}
        </label>
      )}
      {leftAlone !== null && leftAlone !== 'not-ticked' && (
        <span class="subtle plan-why">
          {leftAlone === 'unproven' && predicted === 'links'
            ? 'likely, but not asked'
            : leftAloneWords[leftAlone]}
        </span>
      )}
      <OutcomeLabel outcome={predicted} />
    </li>
  );
}
