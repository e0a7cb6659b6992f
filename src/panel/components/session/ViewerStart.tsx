import { useRef } from 'preact/hooks';
import { FileInput } from './FileInput';

/** What the viewer shows before there is a file. */
export function ViewerStart({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="viewer-start">
      <h1>Crosslink</h1>
      <p>
        Which calls of a page would link to their Dynatrace trace, which would break, and which never can:
        seen from a HAR file.
      </p>
      <p class="viewer-drop">Drop HAR files here, or</p>
      <button type="button" class="text-button filled" onClick={() => input.current?.click()}>
        Choose files…
      </button>
      <FileInput input={input} onFiles={onFiles} />
      <p class="subtle">
        For a live page: open it, press F12, and choose the Crosslink panel. Files stay in this browser.
      </p>
    </div>
  );
}
