import type { ComponentChildren } from 'preact';
import { routes } from '../../../core';
import type { Verdicts } from '../../store/types';
import { EndpointDifferences } from '../engines/EngineDifferences';
import { plural } from '../text/plural';
import { RouteDecision } from './RouteDecision';

interface DecisionTabProps {
  readonly method: string;
  readonly url: string;
  readonly verdicts: Verdicts;
  readonly of:
    | { readonly kind: 'call'; readonly id: string }
    | { readonly kind: 'endpoint'; readonly key: string; readonly calls: number };
  /** What stands above the verdicts. */
  readonly children?: ComponentChildren;
}

/** How each route's verdict came about. */
export function DecisionTab({ method, url, verdicts, of, children }: DecisionTabProps) {
  return (
    <>
      <header class="detail-title">
        <span class="method">{method}</span> <span class="detail-url">{url}</span>
        {of.kind === 'endpoint' && (
          <>
            <p class="subtle">{plural(of.calls, 'call')}; per route the verdict that needs attention most</p>
            <EndpointDifferences endpoint={of.key} />
          </>
        )}
      </header>
      {children}
      {routes.map((route) => (
        <RouteDecision
          key={route}
          route={route}
          verdict={verdicts[route]}
          call={of.kind === 'call' ? of.id : null}
        />
      ))}
    </>
  );
}
