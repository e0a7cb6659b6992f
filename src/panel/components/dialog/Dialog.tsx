import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

interface DialogProps {
  /** Accessible name. */
  readonly name: string;
  readonly open: Signal<boolean>;
  /** Class of the `dialog` element, for its own size. */
  readonly look: string;
  /** Called after the dialog has come up. */
  onShow?(): void;
  /** Made anew each time the dialog opens. */
  content(): ComponentChildren;
}

/** A modal dialog; Escape and a click beside it close it. */
export function Dialog({ name, open, look, onShow, content }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = open.value;

  useLayoutEffect(() => {
    if (!shown) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    onShow?.();
    document.body.addEventListener('keydown', keepEscape);
    return () => document.body.removeEventListener('keydown', keepEscape);
  }, [shown]);

  return (
    <dialog
      ref={dialog}
      class={`dialog ${look}`}
      aria-label={name}
      onClose={() => (open.value = false)}
      onClick={(event) => event.target === event.currentTarget && (open.value = false)}
    >
      {shown && content()}
    </dialog>
  );
}

/**
 * Chromium's devtools listen at the document: they would keep Escape from the dialog, and open their drawer by it. The body
 * has the focus after a click beside all controls.
 */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
