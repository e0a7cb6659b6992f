import { useRef } from 'preact/hooks';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
}

interface TabListProps<Id extends string> {
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  onChoose(id: Id): void;
}

/** Tabs of the detail pane (ARIA APG, tabs with automatic activation). */
export function TabList<Id extends string>({ tabs, chosen, onChoose }: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = targetIndex(event.key, at, tabs.length);
    const target = to === null ? undefined : tabs[to];
    if (to === null || target === undefined) return;
    event.preventDefault();
    onChoose(target.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div role="tablist" aria-label="Details" class="tabs" ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`detail-tab-${id}`}
          class="tab"
          aria-selected={id === chosen}
          aria-controls="detail-panel"
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

function targetIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
