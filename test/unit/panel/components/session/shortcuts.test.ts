import { describe, expect, it } from 'vitest';
import { shortcutOf, type ShortcutPress } from '../../../../../src/panel/components/session/shortcuts';

const press = (key: string, more: Partial<ShortcutPress> = {}): ShortcutPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const ctrl = { ctrlKey: true };
const meta = { metaKey: true };

describe('shortcutOf', () => {
  it.each([
    [press('e', ctrl), 'record'],
    [press('e', meta), 'record'],
    [press('E', ctrl), 'record'],
    [press('l', ctrl), 'clear'],
    [press('l', meta), null],
    [press('k', meta), 'clear'],
    [press('k', ctrl), null],
    [press('f', ctrl), 'filter'],
    [press('f', meta), 'filter'],
    [press('f', { ...ctrl, shiftKey: true }), null],
    [press('f', { ...ctrl, altKey: true }), null],
    [press('f', { ...ctrl, ...meta }), null],
    [press('f'), null],
    [press('?', { shiftKey: true }), 'help'],
    [press('?', ctrl), null],
    [press('x', ctrl), null],
  ])('%o is %s', (key, shortcut) => {
    expect(shortcutOf(key, false)).toBe(shortcut);
  });

  it('leaves ? to text fields, but not the shortcuts with Ctrl', () => {
    expect(shortcutOf(press('?', { shiftKey: true }), true)).toBeNull();
    expect(shortcutOf(press('f', ctrl), true)).toBe('filter');
  });
});
