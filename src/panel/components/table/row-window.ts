/** Geometry of a list of rows of one height, of which only those in sight are rendered. Lengths in px. */
export interface Viewport {
  readonly scrollTop: number;
  /** Height of the part that shows rows. */
  readonly height: number;
}

export interface RowRange {
  /** First row. */
  readonly start: number;
  /** Behind the last row. */
  readonly end: number;
}

/** Rows rendered beyond either edge, so that a fast scroll shows no gap. */
const overscan = 8;
/** The range moves in steps of so many rows: fewer renders while scrolling. */
const step = 4;

/** The rows to render; empty for an empty list, never outside it. */
export function rowRange(viewport: Viewport, rowHeight: number, count: number): RowRange {
  const firstInSight = Math.floor(Math.max(0, viewport.scrollTop) / rowHeight);
  const inSight = Math.ceil(viewport.height / rowHeight) + 1;
  const start = Math.floor((firstInSight - overscan) / step) * step;
  const end = Math.ceil((firstInSight + inSight + overscan) / step) * step;
  const last = Math.max(0, count);
  return { start: Math.min(Math.max(0, start), last), end: Math.min(Math.max(0, end), last) };
}

/** The scroll position nearest to the present one at which the row is wholly in sight. */
export function scrollTopToShow(viewport: Viewport, rowHeight: number, index: number): number {
  const top = index * rowHeight;
  if (top < viewport.scrollTop) return top;
  return Math.max(viewport.scrollTop, top + rowHeight - viewport.height);
}

/** Some of the row can be seen. */
export function isInSight(viewport: Viewport, rowHeight: number, index: number): boolean {
  const top = index * rowHeight;
  return top + rowHeight > viewport.scrollTop && top < viewport.scrollTop + viewport.height;
}

/** Whole rows that fit: how far PageUp and PageDown go, at least one. */
export function rowsPerPage(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1);
}

/** Whether the end of the list is in sight, so that it should stay there when rows are added. */
export function isAtEnd(viewport: Viewport, rowHeight: number, count: number): boolean {
  return viewport.scrollTop + viewport.height >= count * rowHeight - rowHeight / 2;
}
