import type { Outcome } from '../../../core';
import { Icon } from './Icon';
import { dashes, outcomeShapes } from './outcome-shapes';

/** An outcome's sign. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const { circle, path } = outcomeShapes[outcome];
  const isFilled = circle?.look === 'filled';
  return (
    <Icon>
      {circle !== null && (
        <circle
          cx="8"
          cy="8"
          r={circle.radius}
          fill={isFilled ? 'currentcolor' : undefined}
          stroke={isFilled ? 'none' : undefined}
          stroke-dasharray={circle.look === 'dashed' ? dashes.join(' ') : undefined}
        />
      )}
      <path class={isFilled ? 'knockout' : undefined} d={path} />
    </Icon>
  );
}
