import { useSignal } from '@preact/signals';
import { compareReports, comparisonAnswer, markdownComparison, type ComparedReport } from '../../../core';
import { fileName, saveFile } from '../../save-file';
import type { SessionsStore } from '../../store/session/types';
import { copyText } from '../text/clipboard';
import { ComparisonTable } from './ComparisonTable';

interface Side {
  readonly id: string;
  readonly name: string;
  read(): ComparedReport;
}

/** Two sessions or reports side by side: the endpoints whose outcomes differ. */
export function CompareForm({ sessions }: { sessions: SessionsStore }) {
  const sides = sidesOf(sessions);
  const before = useSignal(sides.at(-2)?.id ?? '');
  const after = useSignal(sides.at(-1)?.id ?? '');
  const outcome = useSignal('');
  const earlier = sides.find(({ id }) => id === before.value);
  const later = sides.find(({ id }) => id === after.value);
  if (earlier === undefined || later === undefined) {
    return (
      <p>
        There is nothing to compare with yet. Import a HAR, or a JSON report of Crosslink: from before a
        change, or from the other browser.
      </p>
    );
  }
  const comparison = compareReports(earlier.read(), later.read());
  const markdown = (): string => markdownComparison(comparison);
  return (
    <>
      <div class="compared">
        <SideChoice label="Before" sides={sides} chosen={before.value} choose={(id) => (before.value = id)} />
        <SideChoice label="After" sides={sides} chosen={after.value} choose={(id) => (after.value = id)} />
      </div>
      <p class="comparison-answer">
        <strong>{comparisonAnswer(comparison)}</strong>
      </p>
      <ComparisonTable comparison={comparison} />
      <div class="sheet-actions">
        <button
          type="button"
          class="text-button filled"
          onClick={() =>
            (outcome.value = copyText(markdown())
              ? 'Copied to the clipboard.'
              : 'The browser did not let it be copied.')
          }
        >
          Copy as Markdown
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            const name = fileName(comparison.after.page.url, new Date(), 'md');
            saveFile(new Blob([markdown()], { type: 'text/markdown' }), name);
            outcome.value = `Handed to the browser as ${name}.`;
          }}
        >
          Save
        </button>
        <span role="status">{outcome.value}</span>
      </div>
    </>
  );
}

function sidesOf({ live, imported, reports }: SessionsStore): Side[] {
  const files = [
    ...reports.value.map(({ id, name, report }) => ({ id, name, read: () => report })),
    ...imported.value.map(({ id, name, evidence }) => ({ id, name, read: () => evidence.report() })),
  ];
  return live === null
    ? files
    : [...files, { id: 'live', name: 'This page, now', read: () => live.evidence.report() }];
}

interface SideChoiceProps {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly chosen: string;
  choose(id: string): void;
}

function SideChoice({ label, sides, chosen, choose }: SideChoiceProps) {
  return (
    <label class="choice">
      {label}
      <select class="field" value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {sides.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
