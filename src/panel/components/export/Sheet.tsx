import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Dialog } from '../dialog/Dialog';
import { DialogHead } from '../dialog/DialogHead';
import './export.css';

interface SheetProps {
  readonly title: string;
  readonly open: Signal<boolean>;
  /** Made anew each time the sheet opens. */
  content(): ComponentChildren;
}

/** A modal sheet with a title. */
export function Sheet({ title, open, content }: SheetProps) {
  return (
    <Dialog
      name={title}
      open={open}
      look="sheet"
      content={() => (
        <>
          <DialogHead title={title} onClose={() => (open.value = false)} />
          <div class="sheet-body">{content()}</div>
        </>
      )}
    />
  );
}
