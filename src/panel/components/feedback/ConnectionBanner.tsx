import type { RecordingStore } from '../../store/types';
import { WarningIcon } from '../icons/sign-icons';

/** Says so, as long as nothing new can arrive. */
export function ConnectionBanner({ recording }: { recording: RecordingStore }) {
  return (
    <div role="alert">
      {recording.connection.value === 'lost' && (
        <p class="banner">
          <WarningIcon />
          <span>
            <strong>The recorder is gone:</strong> new calls do not arrive here; what is shown stays. Close
            devtools and open it again (this happens when the extension was updated).
          </span>
        </p>
      )}
    </div>
  );
}
