import type { TriedCall } from '../../store/trial/types';
import { EvidenceView } from '../detail/EvidenceView';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { DifferenceNote } from './DifferenceNote';
import { modeWords, routeTitles } from './trial-words';
import './trial.css';

/** What the trial made of a call, above what was predicted. */
export function TriedSection({ tried }: { tried: TriedCall }) {
  const { outcome, because, route, mode, predicted, difference } = tried;
  return (
    <section class="route-decision tried" aria-labelledby="decision-tried">
      <h2 id="decision-tried" class="route-heading">
        <span>
          Trial: {routeTitles[route]}, {modeWords[mode].title.toLowerCase()}
        </span>
        <OutcomeLabel outcome={outcome} badge />
      </h2>
      <p class="deciding">{because.text}</p>
      {because.evidence !== undefined && <EvidenceView evidence={because.evidence} />}
      <p class="tried-prediction">
        {predicted === null ? (
          'This endpoint was not seen before the trial: nothing was predicted.'
        ) : (
          <>
            Predicted: <OutcomeLabel outcome={predicted.outcome} />
          </>
        )}
      </p>
      {difference !== null && <DifferenceNote difference={difference} />}
    </section>
  );
}
