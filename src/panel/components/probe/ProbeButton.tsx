import type { ProbeStore } from '../../store/probe/types';
import { ProbeIcon } from '../icons/site-icons';
import { plural } from '../text/plural';
import './probe.css';

interface ProbeToolProps {
  readonly probe: ProbeStore;
  /** Keys of the endpoints that are ticked in the table. */
  readonly ticked: ReadonlySet<string>;
}

/** Asks the ticked endpoints, or where none is ticked all that nobody has asked yet. */
export function ProbeButton({ probe, ticked }: ProbeToolProps) {
  const unasked = probe.unasked.value;
  const isBusy = probe.progress.value !== null;
  const byTicks = ticked.size > 0;
  const count = byTicks ? ticked.size : unasked;
  const label = byTicks
    ? `Probe ${plural(count, 'ticked endpoint')}`
    : `Probe ${plural(count, 'unknown endpoint')}`;
  return (
    <button
      type="button"
      class="icon-button labelled"
      aria-label={count === 0 ? 'Probe' : label}
      title={
        count === 0
          ? 'Nothing to ask: no verdict waits for an endpoint’s answer'
          : `${label}: sends one OPTIONS each, without cookies, as the browser would`
      }
      disabled={count === 0 || isBusy}
      onClick={() => (byTicks ? probe.probeEndpoints(ticked) : probe.probeUnasked())}
    >
      <ProbeIcon />
      <span class="tool-label">Probe</span>{' '}
      {count > 0 && <span class="tool-count">{count.toLocaleString('en-US')}</span>}
    </button>
  );
}
