import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '../icons/control-icons';
import './export.css';

interface SheetProps {
  readonly title: string;
  readonly open: Signal<boolean>;
  /** Made anew each time the sheet opens. */
  content(): ComponentChildren;
}

/** A modal sheet with a title; Escape and a click beside it close it. */
export function Sheet({ title, open, content }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = open.value;
  useLayoutEffect(() => {
    if (shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [shown]);
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={title}
      onClose={() => (open.value = false)}
      onClick={(event) => event.target === event.currentTarget && (open.value = false)}
    >
      {shown && (
        <div class="sheet-body">
          <header class="sheet-head">
            <h2>{title}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label="Close"
              title="Close (Esc)"
              onClick={() => (open.value = false)}
            >
              <CloseIcon />
            </button>
          </header>
          {content()}
        </div>
      )}
    </dialog>
  );
}
