import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RowWindow } from './use-row-window';

/**
 * Brings a row into sight when it becomes the selected one, and keeps it there when rows come before it or the table gets
 * smaller; not where the user has scrolled away from it.
 *
 * @param index of the row `key`; negative: it is not among the rows
 */
export function useSelectedInSight(view: RowWindow, key: string | null, index: number): void {
  const before = useRef({ key, index: -1, height: 0 });
  const height = view.height.value;
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { key, index, height };
    if (index < 0) return;
    const isNew = last.key !== key || last.index < 0;
    if (isNew || view.wasInSight(last.index, last.height)) view.show(index);
  }, [key, index, height]);
}
