import { WarningIcon } from '../icons/sign-icons';
import { clockTime } from '../text/clock-time';
import { plural } from '../text/plural';

interface StartBarProps {
  readonly obstacle: string | null;
  /** Endpoints that would break. */
  readonly breaking: number;
  /** ms since the epoch */
  readonly confirmedAt: number | null;
  readonly isConfirmed: boolean;
  onCancel(): void;
}

/** What stands in the way of the trial, and the button that starts it. */
export function StartBar({ obstacle, breaking, confirmedAt, isConfirmed, onCancel }: StartBarProps) {
  const isReady = obstacle === null && isConfirmed;
  return (
    <footer class="trial-foot">
      <span class="trial-obstacle" role="status">
        {obstacle !== null ? (
          obstacle
        ) : !isConfirmed ? (
          'Confirm the conditions to start.'
        ) : breaking > 0 ? (
          <span class="warned trial-warning">
            <WarningIcon />
            {plural(breaking, 'endpoint')} will break while it runs.
          </span>
        ) : confirmedAt !== null ? (
          <span class="subtle">Conditions confirmed {confirmationTime(confirmedAt)}.</span>
        ) : (
          ''
        )}
      </span>
      <button type="button" class="text-button" onClick={onCancel}>
        Cancel
      </button>
      <button type="submit" class="text-button filled" disabled={!isReady}>
        Start and reload page
      </button>
    </footer>
  );
}

function confirmationTime(at: number): string {
  return `${new Date(at).toLocaleDateString('en-CA')} ${clockTime(at)}`;
}
