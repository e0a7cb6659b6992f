import type { RefObject } from 'preact';

interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  onFiles(files: readonly File[]): void;
}

/** Takes the files that can be imported; not seen: a button that looks like its neighbours clicks it. */
export function FileInput({ input, onFiles }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      class="file-input"
      accept=".har,.json,application/json"
      multiple
      hidden
      aria-label="HAR files or JSON reports"
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        currentTarget.value = '';
        onFiles(files);
      }}
    />
  );
}
