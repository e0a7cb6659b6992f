import { useSignal } from '@preact/signals';
import { CopyIcon } from '../icons/control-icons';
import { copyText } from '../text/clipboard';

interface CopyButtonProps {
  /** What it copies, in words. */
  readonly name: string;
  text(): string;
}

/** Copies, and says whether it did. */
export function CopyButton({ name, text }: CopyButtonProps) {
  const copied = useSignal<boolean | null>(null);
  return (
    <span class="copy">
      <button
        type="button"
        class="icon-button"
        aria-label={name}
        title={name}
        onClick={() => (copied.value = copyText(text()))}
        onBlur={() => (copied.value = null)}
      >
        <CopyIcon />
      </button>
      <span role="status" class="subtle">
        {copied.value === null ? '' : copied.value ? 'copied' : 'the browser did not let it be copied'}
      </span>
    </span>
  );
}
