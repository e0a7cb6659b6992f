import { useSignal, type Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Session, SessionsStore } from '../../store/session/types';
import { CameraIcon, CompareIcon, ExportIcon, ImportIcon } from '../icons/exchange-icons';
import { FileInput } from '../session/FileInput';
import { CompareForm } from './CompareForm';
import { ExportForm } from './ExportForm';
import { Sheet } from './Sheet';
import { takeShot } from './take-shot';

interface EvidenceButtonsProps {
  readonly session: Session;
  readonly sessions: SessionsStore;
  /** What was done last, in a sentence; empty: nothing to say. */
  readonly notice: Signal<string>;
}

/** What comes in and goes out: HAR files, reports, pictures, comparisons. */
export function EvidenceButtons({ session, sessions, notice }: EvidenceButtonsProps) {
  const exporting = useSignal(false);
  const comparing = useSignal(false);
  const drawing = useSignal(false);

  async function draw() {
    if (drawing.value) return;
    drawing.value = true;
    try {
      notice.value = await takeShot(session);
    } catch (error) {
      notice.value = `No picture could be made: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      drawing.value = false;
    }
  }

  return (
    <>
      <ImportButton sessions={sessions} />
      <button
        type="button"
        class="icon-button"
        aria-label="Export"
        title="Export: report or HAR"
        onClick={() => (exporting.value = true)}
      >
        <ExportIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Picture of the result"
        title="Picture of the result, as PNG: to a file and the clipboard"
        aria-disabled={drawing.value}
        onClick={() => void draw()}
      >
        <CameraIcon />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Compare sessions"
        title="Compare two sessions or reports"
        onClick={() => (comparing.value = true)}
      >
        <CompareIcon />
      </button>
      <Sheet title="Export" open={exporting} content={() => <ExportForm session={session} />} />
      <Sheet title="Compare" open={comparing} content={() => <CompareForm sessions={sessions} />} />
    </>
  );
}

function ImportButton({ sessions }: { sessions: SessionsStore }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Import"
        title="Import HAR files or JSON reports (or drop them anywhere here)"
        onClick={() => input.current?.click()}
      >
        <ImportIcon />
      </button>
      <FileInput input={input} onFiles={(files) => void sessions.importFiles(files)} />
    </>
  );
}
