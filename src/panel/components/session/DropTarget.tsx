import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface DropTargetProps {
  readonly children: ComponentChildren;
  onFiles(files: readonly File[]): void;
}

/** Takes files that are dropped anywhere on it. */
export function DropTarget({ children, onFiles }: DropTargetProps) {
  const isOver = useSignal(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  return (
    <div
      class="workspace"
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={(event) => {
        const into = event.relatedTarget;
        if (!(into instanceof Node && event.currentTarget.contains(into))) isOver.value = false;
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        isOver.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {children}
      {isOver.value && (
        <div class="drop-hint" aria-hidden="true">
          Drop to import HAR files or JSON reports
        </div>
      )}
    </div>
  );
}
