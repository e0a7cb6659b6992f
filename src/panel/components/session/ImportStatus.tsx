import type { HarFlaw } from '../../../core';
import type { ImportFailure, ImportProgress, SessionsStore } from '../../store/session/types';
import { WarningIcon } from '../icons/sign-icons';
import { plural } from '../text/plural';

/** The file that is being read, and those that could not be. */
export function ImportStatus({ sessions }: { sessions: SessionsStore }) {
  const reading = sessions.reading.value;
  const failures = sessions.failures.value;
  return (
    <>
      {reading !== null && <Progress reading={reading} onCancel={sessions.cancelImport} />}
      <div role="alert">
        {failures.length > 0 && (
          <div class="banner import-failures">
            <WarningIcon />
            <ul>
              {failures.map((failure, index) => (
                <li key={index}>
                  <strong>{failure.name}:</strong> {failureText(failure)}
                </li>
              ))}
            </ul>
            <button type="button" class="text-button" onClick={sessions.dismissFailures}>
              Dismiss
            </button>
          </div>
        )}
      </div>
    </>
  );
}

function Progress({ reading, onCancel }: { reading: ImportProgress; onCancel(): void }) {
  const { name, size, bytes, entries } = reading;
  return (
    <div class="import-progress">
      <progress value={bytes} max={Math.max(size, 1)} aria-label={`Reading ${name}`} />
      <span>
        Reading {name}: {megabytes(bytes)} of {megabytes(size)}, {plural(entries, 'entry', 'entries')}
      </span>
      <button type="button" class="text-button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

function failureText({ what, flaws }: ImportFailure): string {
  const [flaw] = flaws;
  return flaw === undefined ? what : `${what} (${placeOf(flaw)}: ${flaw.what})`;
}

function placeOf({ line, column }: HarFlaw): string {
  return `line ${line}, column ${column}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
