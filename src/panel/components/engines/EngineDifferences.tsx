import { useContext } from 'preact/hooks';
import type { Route } from '../../../core';
import { EnginesIcon } from '../icons/engines-icon';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { plural } from '../text/plural';
import { EngineContext } from './engine-context';
import { engineNames, namesOf } from './engine-names';
import './engines.css';

/** What the other browsers make of a call on one route, where that is something else. */
export function RouteDifferences({ id, route }: { id: string; route: Route }) {
  const differences = useContext(EngineContext)?.calls.value.get(id) ?? [];
  return (
    <>
      {differences.map(({ engine, verdicts }) => {
        const verdict = verdicts[route];
        if (verdict === undefined) return null;
        return (
          <p key={engine} class="engine-difference">
            <EnginesIcon />
            <span>
              In {engineNames[engine]}: <OutcomeLabel outcome={verdict.outcome} />
              {verdict.addsPreflight ? ', with an added preflight' : ''}. {verdict.reasons[0]?.text}
            </span>
          </p>
        );
      })}
    </>
  );
}

/** That some calls of an endpoint come to something else in another browser. */
export function EndpointDifferences({ endpoint }: { endpoint: string }) {
  const differing = useContext(EngineContext)?.endpoints.value.get(endpoint);
  if (differing === undefined) return null;
  return (
    <p class="engine-difference">
      <EnginesIcon />
      <span>
        {plural(differing.calls, 'call')} would come to something else in {namesOf(differing.engines)}: open
        the endpoint and choose a marked call to see it.
      </span>
    </p>
  );
}
