import type { Row, RowList } from '../../store/types';

/** What a key does in the table. */
export type GridAction =
  | { readonly does: 'move'; readonly to: number | 'first' | 'last' }
  | { readonly does: 'toggle' | 'parent' | 'open' | 'close' | 'copy' };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The action of a key on a row (ARIA APG, treegrid with row focus); `null`: the key is not the table's. */
export function gridAction(press: KeyPress, row: Row | null, page: number): GridAction | null {
  if (press.ctrlKey || press.metaKey) {
    return press.key.toLowerCase() === 'c' && !press.shiftKey && !press.altKey && row !== null
      ? { does: 'copy' }
      : null;
  }
  if (press.altKey || press.shiftKey) return null;
  switch (press.key) {
    case 'ArrowDown':
      return { does: 'move', to: 1 };
    case 'ArrowUp':
      return { does: 'move', to: -1 };
    case 'PageDown':
      return { does: 'move', to: page };
    case 'PageUp':
      return { does: 'move', to: -page };
    case 'Home':
      return { does: 'move', to: 'first' };
    case 'End':
      return { does: 'move', to: 'last' };
    case 'Enter':
      return row === null ? null : { does: 'open' };
    case 'Escape':
      return { does: 'close' };
    case 'ArrowRight':
      return rightAction(row);
    case 'ArrowLeft':
      return leftAction(row);
    default:
      return null;
  }
}

function rightAction(row: Row | null): GridAction | null {
  if (row?.kind !== 'endpoint') return null;
  return row.expanded ? { does: 'move', to: 1 } : { does: 'toggle' };
}

function leftAction(row: Row | null): GridAction | null {
  if (row === null) return null;
  if (row.kind === 'endpoint') return row.expanded ? { does: 'toggle' } : null;
  return row.depth > 0 ? { does: 'parent' } : null;
}

/** Index of the row that the row at `index` hangs under; the row itself where there is none. */
export function parentIndex(rows: Pick<RowList, 'depthAt'>, index: number): number {
  const depth = rows.depthAt(index);
  for (let above = index - 1; above >= 0; above -= 1) {
    if (rows.depthAt(above) < depth) return above;
  }
  return index;
}
