import { useContext } from 'preact/hooks';
import { PatternContext } from '../../pattern/pattern-context';

/** Asks for the endpoint to be matched, while a pattern is being suggested. */
export function EndpointTick({ endpoint, name }: { endpoint: string; name: string }) {
  const suggest = useContext(PatternContext)?.suggest;
  if (suggest?.ticking.value !== true) return null;
  const breaks = suggest.wouldBreak(endpoint);
  return (
    <input
      type="checkbox"
      class="endpoint-tick"
      aria-label={`Match ${name}`}
      title={
        breaks
          ? 'Some of its calls would break: its server has to allow the header first'
          : 'Match this endpoint'
      }
      disabled={breaks}
      checked={suggest.ticked.value.has(endpoint)}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => event.stopPropagation()}
      onChange={() => suggest.toggle(endpoint)}
    />
  );
}
