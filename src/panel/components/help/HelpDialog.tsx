import type { Signal } from '@preact/signals';
import { outcomes } from '../../../core';
import { Dialog } from '../dialog/Dialog';
import { DialogHead } from '../dialog/DialogHead';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { outcomeMeanings } from '../outcome/outcome-words';
import { filterHelp, keyHelp, type HelpEntry } from './help-content';
import './help.css';

/** Words, keys and filter, on one sheet. */
export function HelpDialog({ open }: { open: Signal<boolean> }) {
  return (
    <Dialog
      name="Help"
      open={open}
      look="help"
      content={() => (
        <>
          <DialogHead title="Help" onClose={() => (open.value = false)} />
          <div class="help-sheet">
            <OutcomeSection />
            <HelpSection title="Filter" entries={filterHelp} />
            <HelpSection title="Keys" entries={keyHelp} />
          </div>
        </>
      )}
    />
  );
}

function OutcomeSection() {
  return (
    <section>
      <h3>What the words mean</h3>
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
      <p class="subtle">“Would link”, because only the Dynatrace backend knows whether a call was linked.</p>
    </section>
  );
}

function HelpSection({ title, entries }: { title: string; entries: readonly HelpEntry[] }) {
  return (
    <section>
      <h3>{title}</h3>
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
