import { catalogue, type Reason, type Route, type Verdict } from '../../../core';
import { WrenchIcon } from '../icons/sign-icons';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { routeMeanings, routeTitles } from '../outcome/outcome-words';
import { RouteDifferences } from '../engines/EngineDifferences';
import { HeaderWords } from '../text/HeaderWords';
import { EvidenceView } from './EvidenceView';
import { StepItem } from './StepItem';

interface RouteDecisionProps {
  readonly route: Route;
  readonly verdict: Verdict;
  /** Its id; `null`: the verdict stands for several calls. */
  readonly call: string | null;
}

/** One route: verdict, the deciding sentence, the fix, the steps, and what else should be known. */
export function RouteDecision({ route, verdict, call }: RouteDecisionProps) {
  const [deciding, ...others] = verdict.reasons;
  const shownByStep = verdict.steps.some(
    (step) => step.reason === deciding?.code && step.evidence !== undefined,
  );
  return (
    <section class="route-decision" aria-labelledby={`decision-${route}`} data-route={route}>
      <h2 id={`decision-${route}`} class="route-heading">
        <span title={routeMeanings[route]}>{routeTitles[route]}</span>
        <OutcomeLabel outcome={verdict.outcome} badge />
        {verdict.addsPreflight && <span class="subtle adds-preflight">adds a preflight</span>}
      </h2>
      {call !== null && <RouteDifferences id={call} route={route} />}
      {deciding !== undefined && (
        <>
          <p class="deciding">
            <HeaderWords text={deciding.text} />
          </p>
          {!shownByStep && deciding.evidence !== undefined && <EvidenceView evidence={deciding.evidence} />}
          <Fix reason={deciding} />
        </>
      )}
      {verdict.steps.length > 0 && (
        <ol class="steps" aria-label="Steps">
          {verdict.steps.map((step, index) => (
            <StepItem key={index} step={step} />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul class="other-reasons" aria-label="Also">
          {others.map((reason) => (
            <li key={reason.code}>
              {reason.text} <ReasonCodeView reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fix({ reason }: { reason: Reason }) {
  const { fix } = catalogue[reason.code];
  return (
    <>
      {fix !== null && (
        <p class="fix">
          <WrenchIcon />
          <span>
            <strong>Fix:</strong> <HeaderWords text={fix} />
          </span>
        </p>
      )}
      <p class="reason-line">
        <ReasonCodeView reason={reason} />
      </p>
    </>
  );
}

function ReasonCodeView({ reason }: { reason: Reason }) {
  const { title, source } = catalogue[reason.code];
  return (
    <span class="subtle" title={title}>
      <code>{reason.code}</code> · {source}
    </span>
  );
}
