import { routes } from '../../../core';
import type { Verdicts } from '../../store/types';
import { plural } from '../text/plural';
import { RouteDecision } from './RouteDecision';

interface DecisionTabProps {
  readonly method: string;
  readonly url: string;
  readonly verdicts: Verdicts;
  /** Calls of an endpoint; `null`: it is one call. */
  readonly calls: number | null;
}

/** How each route's verdict came about. */
export function DecisionTab({ method, url, verdicts, calls }: DecisionTabProps) {
  return (
    <>
      <header class="detail-title">
        <span class="method">{method}</span> <span class="detail-url">{url}</span>
        {calls !== null && (
          <p class="subtle">{plural(calls, 'call')}; per route the verdict that needs attention most</p>
        )}
      </header>
      {routes.map((route) => (
        <RouteDecision key={route} route={route} verdict={verdicts[route]} />
      ))}
    </>
  );
}
