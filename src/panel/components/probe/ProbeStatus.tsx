import type { ProbeStore } from '../../store/probe/types';
import { CloseIcon } from '../icons/control-icons';
import { WarningIcon } from '../icons/sign-icons';
import './probe.css';

/** Probes under way, with a way to stop them. */
export function ProbeProgress({ probe }: { probe: ProbeStore }) {
  const progress = probe.progress.value;
  if (progress === null) return null;
  return (
    <span class="probing">
      <progress value={progress.done} max={progress.total} aria-label="Probing endpoints" />
      probed {progress.done.toLocaleString('en-US')} of {progress.total.toLocaleString('en-US')}
      <button type="button" class="link-button" aria-label="Cancel probing" onClick={probe.cancel}>
        Cancel
      </button>
    </span>
  );
}

/** Why nothing was sent. */
export function ProbeTrouble({ probe }: { probe: ProbeStore }) {
  const trouble = probe.trouble.value;
  return (
    <div role="alert">
      {trouble !== null && (
        <p class="banner">
          <WarningIcon />
          <span class="banner-text">{trouble}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss the note on probes"
            onClick={probe.dismiss}
          >
            <CloseIcon />
          </button>
        </p>
      )}
    </div>
  );
}
