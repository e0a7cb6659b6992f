import type { ImportedSession, Session } from '../../store/session/types';
import type { RecordingStore } from '../../store/types';
import { outcomes } from '../../../core';
import { WarningIcon } from '../icons/sign-icons';
import { clockTime } from '../text/clock-time';
import { ProbeProgress } from '../probe/ProbeStatus';
import { plural } from '../text/plural';
import './feedback.css';

/** How much is shown, and what cannot be. */
export function StatusBar({ store }: { store: Session }) {
  const { table, summary, judging } = store;
  const total = table.total.value;
  const shown = table.shown.value;
  const counts = summary.summary.value.today;
  const endpoints = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const progress = judging.value;
  return (
    <footer class="status-bar">
      <span role="status">
        {shown === total
          ? plural(total, 'call')
          : `${shown.toLocaleString('en-US')} of ${plural(total, 'call')}`}
      </span>
      <span>{plural(endpoints, 'endpoint')}</span>
      <span class="status-since">
        {store.kind === 'live' ? recordedSince(store.recording) : readFrom(store)}
      </span>
      {progress !== null && (
        <span class="judging">
          <progress value={progress.done} max={progress.total} aria-label="Judging calls" />
          judging {progress.done.toLocaleString('en-US')} of {progress.total.toLocaleString('en-US')}
        </span>
      )}
      {store.kind === 'live' && (
        <>
          <ProbeProgress probe={store.probe} />
          <Dropped recording={store.recording} />
        </>
      )}
      <Problems problems={store.kind === 'live' ? store.recording.problems.value : flawsOf(store)} />
    </footer>
  );
}

function recordedSince({ recording, since }: RecordingStore): string {
  if (!recording.value) return 'recording is off';
  return since.value === null
    ? 'not recording yet'
    : `recording since ${clockTime(since.value)}: earlier requests are not there`;
}

function readFrom({ name, creator }: ImportedSession): string {
  return creator === null ? `read from ${name}` : `read from ${name}, by ${creator.name} ${creator.version}`;
}

function flawsOf({ flaws, problems }: ImportedSession): readonly string[] {
  const places = flaws.map(({ line, column, what }) => `Line ${line}, column ${column}: ${what}`);
  return [...places, ...problems.value];
}

function Dropped({ recording: { dropped, capacity } }: { recording: RecordingStore }) {
  if (dropped.value === 0) return null;
  const { items, characters } = capacity.value;
  return (
    <span
      class="warned"
      title={`The log holds ${items.toLocaleString('en-US')} entries, and ${characters.toLocaleString('en-US')} characters of them; the oldest had to go`}
    >
      <WarningIcon />
      {plural(dropped.value, 'older entry', 'older entries')} dropped
    </span>
  );
}

function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <details class="problems">
      <summary>
        <span class="warned">
          <WarningIcon />
          {plural(problems.length, 'problem')}
        </span>
      </summary>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>{problem}</li>
        ))}
      </ul>
    </details>
  );
}
