import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** Narrowest and widest detail pane, px; the style sheet caps it by the panel's width. */
const narrowest = 260;
const widest = 1200;
const keyStep = 16;

/** Between table and details: drag it, or use the arrow keys (ARIA APG, window splitter). */
export function Splitter({ width }: { width: Signal<number> }) {
  const grip = useRef<{ x: number; width: number } | null>(null);

  function set(target: number) {
    width.value = Math.round(Math.min(widest, Math.max(narrowest, target)));
  }

  return (
    <div
      role="separator"
      aria-label="Width of the details"
      aria-orientation="vertical"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width.value}
      tabIndex={0}
      class="panel-splitter"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width: width.value };
      }}
      onPointerMove={(event) => {
        if (grip.current !== null) set(grip.current.width + grip.current.x - event.clientX);
      }}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        set(width.value + (event.key === 'ArrowLeft' ? keyStep : -keyStep));
      }}
    />
  );
}
