import { useContext } from 'preact/hooks';
import { EnginesIcon } from '../icons/engines-icon';
import { EngineContext } from './engine-context';
import { namesOf } from './engine-names';
import './engines.css';

/** In a row: another browser judges this call, or some call of this endpoint, otherwise. */
export function EngineMark({ id, kind }: { id: string; kind: 'call' | 'endpoint' }) {
  const engines = useContext(EngineContext);
  if (engines === null) return null;
  const differing =
    kind === 'call'
      ? engines.calls.value.get(id)?.map(({ engine }) => engine)
      : engines.endpoints.value.get(id)?.engines;
  if (differing === undefined) return null;
  return (
    <span class="engine-mark" title={`The result differs in ${namesOf(differing)}; the details tell how`}>
      <EnginesIcon />
      <span>
        <span class="engine-mark-lead">differs in </span>
        {namesOf(differing)}
      </span>
    </span>
  );
}
