import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { outcomes } from '../../../core';
import { CloseIcon } from '../icons/control-icons';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { outcomeMeanings } from '../outcome/outcome-words';
import { filterHelp, keyHelp, type HelpEntry } from './help-content';
import './help.css';

/** Words, keys and filter, on one sheet. */
export function HelpDialog({ open }: { open: Signal<boolean> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = open.value;

  useLayoutEffect(() => {
    if (shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [shown]);

  return (
    <dialog
      ref={dialog}
      class="help"
      aria-label="Help"
      onClose={() => (open.value = false)}
      onClick={(event) => event.target === event.currentTarget && (open.value = false)}
    >
      {shown && (
        <div class="help-sheet">
          <button
            type="button"
            class="icon-button help-close"
            aria-label="Close help"
            title="Close (Esc)"
            onClick={() => (open.value = false)}
          >
            <CloseIcon />
          </button>
          <section>
            <h2>What the words mean</h2>
            <dl>
              {outcomes.map((outcome) => (
                <div key={outcome}>
                  <dt>
                    <OutcomeLabel outcome={outcome} />
                  </dt>
                  <dd>{outcomeMeanings[outcome]}</dd>
                </div>
              ))}
            </dl>
            <p class="subtle">
              “Would link”, because only the Dynatrace backend knows whether a call was linked.
            </p>
          </section>
          <HelpSection title="Filter" entries={filterHelp} />
          <HelpSection title="Keys" entries={keyHelp} />
        </div>
      )}
    </dialog>
  );
}

function HelpSection({ title, entries }: { title: string; entries: readonly HelpEntry[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {entries.map(({ term, meaning }) => (
          <div key={term}>
            <dt>
              <kbd>{term}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
