import { useEffect } from 'preact/hooks';
import { isTyping, shortcutOf, type Shortcut } from './shortcuts';

/** Does what the panel's keys stand for; a key without an action stays the browser's. */
export function useShortcuts(actions: Readonly<Partial<Record<Shortcut, () => void>>>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTyping(event.target));
      const action = shortcut === null ? undefined : actions[shortcut];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
