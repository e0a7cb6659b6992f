import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { Engine } from '../../../core';

/** Lets the document look like the devtools that it is in. */
export function useAppearance(theme: ReadonlySignal<'light' | 'dark'>, engine: ReadonlySignal<Engine>): void {
  useSignalEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme.value;
    root.classList.toggle('engine-firefox', engine.value === 'firefox');
    root.classList.toggle('engine-chromium', engine.value !== 'firefox');
  });
}
