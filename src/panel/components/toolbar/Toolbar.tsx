import type { Signal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import type { RecordingStore, SettingsStore, TableStore } from '../../store/types';
import { ClearIcon, HelpIcon, RecordIcon } from '../icons/control-icons';
import { ColumnChooser } from './ColumnChooser';
import { FilterBox } from './FilterBox';
import './toolbar.css';

interface ToolbarProps {
  /** `null`: nothing is recorded here, a file was read. */
  readonly recording: RecordingStore | null;
  readonly table: TableStore;
  readonly settings: SettingsStore;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  readonly helpOpen: Signal<boolean>;
  /** What is done with the calls. */
  readonly children?: ComponentChildren;
}

/** Controls in the order of the browser's own Network panel. */
export function Toolbar({ recording, table, settings, filterInput, helpOpen, children }: ToolbarProps) {
  return (
    <div class="toolbar" role="toolbar" aria-label="Crosslink">
      {recording !== null && <RecordingControls recording={recording} />}
      <FilterControls table={table} filterInput={filterInput} />
      <div class="toolbar-actions">
        {children}
        <ColumnChooser settings={settings} />
        <button
          type="button"
          class="icon-button"
          aria-label="Help"
          title="Keys and filter words (?)"
          onClick={() => (helpOpen.value = true)}
        >
          <HelpIcon />
        </button>
      </div>
    </div>
  );
}

function RecordingControls({ recording }: { recording: RecordingStore }) {
  const on = recording.recording.value;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Record calls"
        aria-pressed={on}
        title={on ? 'Stop recording (Ctrl/⌘ E)' : 'Record calls (Ctrl/⌘ E)'}
        onClick={() => recording.setRecording(!on)}
      >
        <RecordIcon on={on} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Clear"
        title="Clear (Ctrl L, ⌘ K)"
        onClick={recording.clear}
      >
        <ClearIcon />
      </button>
      <span class="toolbar-divider" />
      <label class="check" title="Keep the calls when the page is left">
        <input
          type="checkbox"
          checked={recording.preserveLog.value}
          onChange={(event) => recording.setPreserveLog(event.currentTarget.checked)}
        />
        Keep log
      </label>
    </>
  );
}

function FilterControls({ table, filterInput }: Pick<ToolbarProps, 'table' | 'filterInput'>) {
  return (
    <div class="toolbar-filter">
      <FilterBox table={table} input={filterInput} />
      <label class="check" title="Show what the filter hides">
        <input
          type="checkbox"
          checked={table.invert.value}
          onChange={(event) => (table.invert.value = event.currentTarget.checked)}
        />
        Invert
      </label>
      <label class="check" title="One row per endpoint: method, origin and path with ids folded">
        <input
          type="checkbox"
          checked={table.grouped.value}
          onChange={(event) => (table.grouped.value = event.currentTarget.checked)}
        />
        Group
      </label>
    </div>
  );
}
