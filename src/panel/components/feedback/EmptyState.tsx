import type { ComponentChildren } from 'preact';
import type { RecordingStore, TableStore } from '../../store/types';

/** Why the table has no rows, and what to do about it. */
export function EmptyState({ recording, table }: { recording: RecordingStore | null; table: TableStore }) {
  if (table.total.value > 0) {
    const error = table.filterError.value;
    return (
      <Message title={error === null ? 'The filter hides all calls' : 'The filter cannot be read'}>
        <p>
          {error === null ? '' : `${error}. `}
          {table.invert.value ? 'It is inverted: what matches is hidden. ' : ''}
          The calls are still there.
        </p>
        <button
          type="button"
          class="text-button filled"
          onClick={() => {
            table.filter.value = '';
            table.invert.value = false;
          }}
        >
          Clear filter
        </button>
      </Message>
    );
  }
  if (recording === null) {
    return (
      <Message title="No XHR or fetch call in this file">
        <p>What it holds are documents, scripts, pictures and the like, or entries that cannot be read.</p>
      </Message>
    );
  }
  if (recording.connection.value === 'lost') {
    return (
      <Message title="Nothing can be recorded">
        <p>The connection to the recorder was lost.</p>
      </Message>
    );
  }
  if (recording.connection.value === 'connecting') {
    return (
      <Message title="Connecting…">
        <p>Fetching what was recorded since devtools opened.</p>
      </Message>
    );
  }
  if (!recording.recording.value) {
    return (
      <Message title="Recording is off">
        <p>Calls that the page makes now are not kept.</p>
        <button type="button" class="text-button filled" onClick={() => recording.setRecording(true)}>
          Start recording
        </button>
      </Message>
    );
  }
  return (
    <Message title="No XHR or fetch call yet">
      <p>
        Crosslink records while devtools is open. Use the page, or reload it to see the calls that it makes
        while loading.
      </p>
      <button type="button" class="text-button filled" onClick={recording.reloadPage}>
        Reload page
      </button>
    </Message>
  );
}

function Message({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
