import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TableStore } from '../../store/types';
import { CloseIcon, FunnelIcon } from '../icons/control-icons';
import { completeWord } from './word-at-caret';

interface FilterBoxProps {
  readonly table: TableStore;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The filter with completion (ARIA APG, combobox with list): arrows choose, Tab and Enter take, Esc closes, then clears. */
export function FilterBox({ table, input }: FilterBoxProps) {
  const suggestions = useSignal<readonly string[]>([]);
  const active = useSignal(-1);
  const caretAfter = useRef<number | null>(null);
  const text = table.filter.value;
  const error = table.filterError.value;
  const open = suggestions.value.length > 0;

  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    input.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
    suggest();
  });

  function suggest() {
    if (input.current === null) return;
    suggestions.value = table.complete(input.current.value, input.current.selectionStart ?? 0);
    active.value = -1;
  }

  function close() {
    suggestions.value = [];
    active.value = -1;
  }

  function take(word: string) {
    if (input.current === null) return;
    const completed = completeWord(text, input.current.selectionStart ?? text.length, word);
    caretAfter.current = completed.caret;
    close();
    table.filter.value = completed.text;
  }

  function onKeyDown(event: KeyboardEvent) {
    const count = suggestions.value.length;
    const chosen = suggestions.value[active.value];
    if (event.key === 'ArrowDown' && open) active.value = (active.value + 1) % count;
    else if (event.key === 'ArrowUp' && open) active.value = active.value <= 0 ? count - 1 : active.value - 1;
    else if (event.key === 'ArrowDown') suggest();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen !== undefined)
      take(chosen);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Escape' && text !== '') table.filter.value = '';
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="filter">
      <span class="filter-icon">
        <FunnelIcon />
      </span>
      <input
        ref={input}
        class="field filter-field"
        type="text"
        role="combobox"
        aria-label="Filter"
        aria-expanded={open}
        aria-controls="filter-suggestions"
        aria-autocomplete="list"
        aria-activedescendant={active.value >= 0 ? `filter-suggestion-${active.value}` : undefined}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : 'filter-error'}
        placeholder="Filter"
        title="Text, -text, /regex/, outcome:breaks, host:api… (Ctrl/⌘ F)"
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          table.filter.value = event.currentTarget.value;
          suggest();
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {text !== '' && (
        <button
          type="button"
          class="filter-clear"
          aria-label="Clear the filter"
          title="Clear the filter"
          onClick={() => (table.filter.value = '')}
        >
          <CloseIcon />
        </button>
      )}
      <ul id="filter-suggestions" role="listbox" aria-label="Completions" class="suggestions" hidden={!open}>
        {suggestions.value.map((word, index) => (
          <li
            key={word}
            id={`filter-suggestion-${index}`}
            role="option"
            aria-selected={index === active.value}
            class="suggestion"
            onMouseDown={(event) => {
              event.preventDefault();
              take(word);
            }}
          >
            {word}
          </li>
        ))}
      </ul>
      {error !== null && !open && (
        <p id="filter-error" class="filter-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
