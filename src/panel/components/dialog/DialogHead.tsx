import { CloseIcon } from '../icons/control-icons';
import './dialog.css';

interface DialogHeadProps {
  readonly title: string;
  onClose(): void;
}

/** A dialog's title, and the way out. */
export function DialogHead({ title, onClose }: DialogHeadProps) {
  return (
    <header class="dialog-head">
      <h2>{title}</h2>
      <button type="button" class="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}>
        <CloseIcon />
      </button>
    </header>
  );
}
