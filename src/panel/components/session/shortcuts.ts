/** What a key does anywhere in the panel. */
export type Shortcut = 'record' | 'clear' | 'filter' | 'help';

export interface ShortcutPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The panel-wide shortcut of a key press; `typing`: the focus is in a text field, where `?` is just a character. */
export function shortcutOf(press: ShortcutPress, typing: boolean): Shortcut | null {
  if (press.altKey) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey !== press.metaKey && !press.shiftKey) {
    if (key === 'e') return 'record';
    if (key === 'f') return 'filter';
    if (key === 'l' && press.ctrlKey) return 'clear';
    if (key === 'k' && press.metaKey) return 'clear';
    return null;
  }
  return key === '?' && !typing && !press.ctrlKey && !press.metaKey ? 'help' : null;
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea');
}
