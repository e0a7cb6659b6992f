import { useSignal } from '@preact/signals';
import { routes } from '../../../core';
import type { EnginesStore } from '../../store/engines/types';
import type { SummaryStore } from '../../store/types';
import { EngineSwitch } from '../engines/EngineSwitch';
import { ChevronIcon } from '../icons/control-icons';
import { RouteSummary } from './RouteSummary';
import './summary.css';

/** Panels at least this high (px) open with the routes' counts in sight; wide ones show them always. */
const roomyHeight = 520;

interface RolloutSummaryProps {
  readonly summary: SummaryStore;
  readonly engines: EnginesStore;
}

/** The answer in one sentence, then what each route would come to, and for which browser. */
export function RolloutSummary({ summary, engines }: RolloutSummaryProps) {
  const open = useSignal(window.innerHeight >= roomyHeight);
  return (
    <section class="summary" aria-label="Rollout" data-open={open.value}>
      <button
        type="button"
        class="icon-button summary-toggle"
        aria-label="Counts per route"
        aria-expanded={open.value}
        aria-controls="summary-routes"
        onClick={() => (open.value = !open.value)}
      >
        <ChevronIcon open={open.value} />
      </button>
      <p class="answer" role="status">
        {summary.answer.value}
      </p>
      <EngineSwitch engines={engines} />
      <div id="summary-routes" class="summary-routes">
        {routes.map((route) => (
          <RouteSummary key={route} route={route} summary={summary} />
        ))}
      </div>
    </section>
  );
}
