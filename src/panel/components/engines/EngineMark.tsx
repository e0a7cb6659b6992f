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
  const words = `differs in ${namesOf(differing)}`;
  return (
    <span class="engine-mark" title={`The result ${words}; the details tell how`}>
      <EnginesIcon />
      <span class="engine-mark-words">{words}</span>
    </span>
  );
}
