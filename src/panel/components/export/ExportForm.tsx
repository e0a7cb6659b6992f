import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { afterPaint } from '../../after-paint';
import { fileName, saveFile } from '../../save-file';
import type { Session } from '../../store/session/types';
import { WarningIcon } from '../icons/sign-icons';
import { copyText } from '../text/clipboard';
import { exportFormats, exportText, type ExportFormat } from './export-formats';

const formats = Object.keys(exportFormats) as readonly ExportFormat[];

/** What leaves the panel, for which host, with or without secrets. */
export function ExportForm({ session }: { session: Session }) {
  const format = useSignal<ExportFormat>('html');
  const host = useSignal<string | null>(null);
  const isRaw = useSignal(false);
  const outcome = useSignal('');
  const isMaking = useSignal(false);
  const hosts = useMemo(() => session.evidence.hosts(), [session]);
  const { extension, mimeType } = exportFormats[format.value];
  const text = (): string =>
    exportText(session.evidence, { format: format.value, host: host.value, redact: !isRaw.value });

  async function save() {
    if (isMaking.value) return;
    isMaking.value = true;
    outcome.value = 'Making the file…';
    // some hundred thousand calls take seconds
    await afterPaint();
    try {
      const name = fileName(session.page.url.value, new Date(), extension);
      saveFile(new Blob([text()], { type: mimeType }), name);
      outcome.value = `Handed to the browser as ${name}.`;
    } catch (error) {
      outcome.value = `The file could not be made: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      isMaking.value = false;
    }
  }

  return (
    <form
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset>
        <legend>What</legend>
        {formats.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="format"
              checked={format.value === each}
              onChange={() => (format.value = each)}
            />
            <span>
              {exportFormats[each].title} <span class="subtle">{exportFormats[each].purpose}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="choice">
        For
        <select
          class="field"
          disabled={format.value === 'har'}
          value={format.value === 'har' ? '' : (host.value ?? '')}
          onChange={({ currentTarget }) => (host.value = currentTarget.value || null)}
        >
          <option value="">all hosts</option>
          {hosts.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={isRaw.value}
          onChange={({ currentTarget }) => (isRaw.value = currentTarget.checked)}
        />
        <span>
          Raw, with secrets{' '}
          <span class="subtle">else cookies, authorization, tokens and x-dtc values are masked</span>
        </span>
      </label>
      {isRaw.value && (
        <p class="sheet-warning" role="alert">
          <WarningIcon />
          <span>
            The file will hold cookies and tokens as they were sent: whoever gets it can act as the user of
            this page.
          </span>
        </p>
      )}
      <div class="sheet-actions">
        <button type="submit" class="text-button filled" aria-disabled={isMaking.value}>
          Save
        </button>
        {format.value !== 'har' && (
          <button
            type="button"
            class="text-button"
            onClick={() =>
              (outcome.value = copyText(text())
                ? 'Copied to the clipboard.'
                : 'The browser did not let it be copied.')
            }
          >
            Copy
          </button>
        )}
        <span role="status">{outcome.value}</span>
      </div>
    </form>
  );
}
