import { describe, expect, it } from 'vitest';
import { gridAction, parentIndex, type KeyPress } from '../../../../../src/panel/components/table/grid-keys';
import type { Row } from '../../../../../src/panel/store/types';
import { fakeStore } from '../../../../browser/gallery/fake-store';

const { table } = fakeStore();
const list = table.rows.value;
const rows = [...list];
const closed = rows.find((row) => row.kind === 'endpoint' && !row.expanded)!;
const opened = rows.find((row) => row.kind === 'endpoint' && row.expanded)!;
const call = rows.find((row) => row.kind === 'exchange')!;
const preflight = rows.find((row) => row.kind === 'preflight')!;
const flatCall: Row = { ...(call as Extract<Row, { kind: 'exchange' }>), depth: 0 };

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('gridAction', () => {
  it.each([
    { key: 'ArrowDown', row: call, action: { does: 'move', to: 1 } },
    { key: 'ArrowUp', row: call, action: { does: 'move', to: -1 } },
    { key: 'PageDown', row: call, action: { does: 'move', to: 12 } },
    { key: 'PageUp', row: call, action: { does: 'move', to: -12 } },
    { key: 'Home', row: call, action: { does: 'move', to: 'first' } },
    { key: 'End', row: null, action: { does: 'move', to: 'last' } },
    { key: 'Enter', row: call, action: { does: 'open' } },
    { key: 'Enter', row: null, action: null },
    { key: 'Escape', row: call, action: { does: 'close' } },
    { key: 'ArrowRight', row: closed, action: { does: 'toggle' } },
    { key: 'ArrowRight', row: opened, action: { does: 'move', to: 1 } },
    { key: 'ArrowRight', row: call, action: null },
    { key: 'ArrowLeft', row: opened, action: { does: 'toggle' } },
    { key: 'ArrowLeft', row: closed, action: null },
    { key: 'ArrowLeft', row: call, action: { does: 'parent' } },
    { key: 'ArrowLeft', row: preflight, action: { does: 'parent' } },
    { key: 'ArrowLeft', row: flatCall, action: null },
    { key: 'ArrowLeft', row: null, action: null },
    { key: 'x', row: call, action: null },
  ])('$key on $row.kind', ({ key, row, action }) => {
    expect(gridAction(press(key), row, 12)).toEqual(action);
  });

  it('copies with Ctrl or Cmd, and leaves all else with modifiers to the browser', () => {
    expect(gridAction(press('c', { ctrlKey: true }), call, 12)).toEqual({ does: 'copy' });
    expect(gridAction(press('C', { metaKey: true }), call, 12)).toEqual({ does: 'copy' });
    expect(gridAction(press('c', { ctrlKey: true }), null, 12)).toBeNull();
    expect(gridAction(press('C', { ctrlKey: true, shiftKey: true }), call, 12)).toBeNull();
    expect(gridAction(press('ArrowDown', { altKey: true }), call, 12)).toBeNull();
    expect(gridAction(press('ArrowDown', { ctrlKey: true }), call, 12)).toBeNull();
  });
});

describe('parentIndex', () => {
  it('finds the endpoint of a call and the call of a preflight', () => {
    const endpoint = rows.indexOf(opened);
    expect(parentIndex(list, endpoint + 1)).toBe(endpoint);
    expect(parentIndex(list, endpoint + 2)).toBe(endpoint + 1);
    expect(parentIndex(list, endpoint + 3)).toBe(endpoint);
  });

  it('is the row itself at the top level', () => {
    expect(parentIndex(list, 0)).toBe(0);
    expect(parentIndex({ depthAt: () => 0 }, 0)).toBe(0);
  });
});
