import type { ComponentChildren } from 'preact';
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
  /** What stands above the verdicts. */
  readonly children?: ComponentChildren;
}

/** How each route's verdict came about. */
export function DecisionTab({ method, url, verdicts, calls, children }: DecisionTabProps) {
  return (
    <>
      <header class="detail-title">
        <span class="method">{method}</span> <span class="detail-url">{url}</span>
        {calls !== null && (
          <p class="subtle">{plural(calls, 'call')}; per route the verdict that needs attention most</p>
        )}
      </header>
      {children}
      {routes.map((route) => (
        <RouteDecision key={route} route={route} verdict={verdicts[route]} />
      ))}
    </>
  );
}
