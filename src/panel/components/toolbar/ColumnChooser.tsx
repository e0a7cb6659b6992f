import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ColumnId, SettingsStore } from '../../store/types';
import { ColumnsIcon } from '../icons/control-icons';
import { columns } from '../table/columns';

/** Which columns are shown (ARIA APG, menu button with menuitemcheckbox). */
export function ColumnChooser({ settings }: { settings: SettingsStore }) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const choices = columns.filter((column) => column.id !== 'url');

  useLayoutEffect(() => {
    if (!open.value) return;
    items()[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) open.value = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open.value]);

  function items(): HTMLElement[] {
    return [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitemcheckbox"]') ?? [])];
  }

  function toggle(id: ColumnId) {
    const hidden = settings.hiddenColumns.value;
    settings.hiddenColumns.value = hidden.includes(id)
      ? hidden.filter((other) => other !== id)
      : [...hidden, id];
  }

  function close() {
    open.value = false;
    root.current?.querySelector<HTMLElement>('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Tab') {
      open.value = false;
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="column-chooser" ref={root}>
      <button
        type="button"
        class="icon-button"
        aria-label="Columns"
        aria-haspopup="menu"
        aria-expanded={open.value}
        title="Columns"
        onClick={() => (open.value = !open.value)}
      >
        <ColumnsIcon />
      </button>
      {open.value && (
        <div role="menu" aria-label="Columns" class="menu" onKeyDown={onKeyDown}>
          {choices.map((column) => (
            <button
              key={column.id}
              type="button"
              role="menuitemcheckbox"
              aria-checked={!settings.hiddenColumns.value.includes(column.id)}
              tabIndex={-1}
              class="menu-item"
              onClick={() => toggle(column.id)}
            >
              {column.title}
            </button>
          ))}
          <p class="menu-note">Narrow panels leave some out by themselves.</p>
        </div>
      )}
    </div>
  );
}
