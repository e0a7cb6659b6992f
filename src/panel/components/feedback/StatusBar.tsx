import type { PanelStore } from '../../store/types';
import { outcomes } from '../../../core';
import { WarningIcon } from '../icons/sign-icons';
import { clockTime } from '../text/clock-time';
import { ProbeProgress } from '../probe/ProbeStatus';
import { plural } from '../text/plural';
import './feedback.css';

/** How much is shown, and what cannot be. */
export function StatusBar({ store }: { store: PanelStore }) {
  const { recording, table, summary, judging } = store;
  const total = table.total.value;
  const shown = table.shown.value;
  const counts = summary.summary.value.today;
  const endpoints = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const since = recording.since.value;
  const dropped = recording.dropped.value;
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
        {!recording.recording.value
          ? 'recording is off'
          : since === null
            ? 'not recording yet'
            : `recording since ${clockTime(since)}: earlier requests are not there`}
      </span>
      {progress !== null && (
        <span class="judging">
          <progress value={progress.done} max={progress.total} aria-label="Judging calls" />
          judging {progress.done.toLocaleString('en-US')} of {progress.total.toLocaleString('en-US')}
        </span>
      )}
      <ProbeProgress probe={store.probe} />
      {dropped > 0 && (
        <span
          class="warned"
          title={`The log holds ${recording.capacity.value.toLocaleString('en-US')} entries; the oldest had to go`}
        >
          <WarningIcon />
          {plural(dropped, 'older entry', 'older entries')} dropped
        </span>
      )}
      <Problems problems={recording.problems.value} />
    </footer>
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
