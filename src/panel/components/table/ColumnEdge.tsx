import { useRef } from 'preact/hooks';

interface ColumnEdgeProps {
  /** px */
  readonly width: number;
  /** `null`: back to the column's own width. */
  onResize(width: number | null): void;
}

/**
 * The left edge of a column, for the mouse (keys resize on the heading itself). The name column takes what is left, so
 * the edge follows the pointer: to the left means wider.
 */
export function ColumnEdge({ width, onResize }: ColumnEdgeProps) {
  const grip = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      class="column-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (grip.current !== null) onResize(grip.current.width + grip.current.x - event.clientX);
      }}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
      onClick={(event) => event.stopPropagation()}
      onDblClick={() => onResize(null)}
    />
  );
}
