import type { Signal } from '@preact/signals';
import { CloseIcon } from '../icons/control-icons';

/** What was done last, until it is closed. */
export function Notice({ text }: { text: Signal<string> }) {
  return (
    <div role="status">
      {text.value !== '' && (
        <p class="notice">
          <span>{text.value}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Close the notice"
            title="Close"
            onClick={() => (text.value = '')}
          >
            <CloseIcon />
          </button>
        </p>
      )}
    </div>
  );
}
