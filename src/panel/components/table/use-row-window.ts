import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RowList } from '../../store/types';
import { isAtEnd, isInSight, rowRange, scrollTopToShow, type Viewport } from './row-window';

/** Heights of the table's parts in px; the style sheet has the same. */
export const rowHeight = 22;
const headHeight = 27;

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Width of the table without its scroll bar. */
  readonly width: ReadonlySignal<number>;
  readonly height: ReadonlySignal<number>;
  readonly start: ReadonlySignal<number>;
  readonly end: ReadonlySignal<number>;
  onScroll(): void;
  /** Whether the row was in sight when the rows' part of the table was of this height. */
  wasInSight(index: number, heightThen: number): boolean;
  show(index: number): void;
}

/**
 * Ties a scrolling element with a sticky head to the range of rows in sight. With `follow` the end stays in sight while
 * rows are added, if it was.
 */
export function useRowWindow(rows: ReadonlySignal<Pick<RowList, 'length'>>, follow: boolean): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTop = useSignal(0);
  const height = useSignal(0);
  const width = useSignal(0);
  const countBefore = useRef(0);
  const start = useComputed(() => rangeNow().start);
  const end = useComputed(() => rangeNow().end);
  const count = rows.value.length;

  function viewport(): Viewport {
    return { scrollTop: scrollTop.value, height: height.value };
  }

  function rangeNow() {
    return rowRange(viewport(), rowHeight, rows.value.length);
  }

  function onScroll() {
    if (scroller.current !== null) scrollTop.value = scroller.current.scrollTop;
  }

  /** The scroll event comes a frame later: until then the place scrolled to would be blank. */
  function scrollTo(top: number) {
    if (scroller.current === null) return;
    scroller.current.scrollTop = top;
    onScroll();
  }

  function wasInSight(index: number, heightThen: number) {
    return isInSight({ scrollTop: scrollTop.peek(), height: heightThen }, rowHeight, index);
  }

  function show(index: number) {
    if (scroller.current === null) return;
    const target = scrollTopToShow(viewport(), rowHeight, index);
    if (target !== scroller.current.scrollTop) scrollTo(target);
  }

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => {
      width.value = element.clientWidth;
      height.value = Math.max(0, element.clientHeight - headHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    // what was there at first is read from its beginning
    const wasAtEnd = countBefore.current > 0 && isAtEnd(viewport(), rowHeight, countBefore.current);
    countBefore.current = count;
    if (element !== null && follow && wasAtEnd) scrollTo(element.scrollHeight);
  }, [count, follow]);

  return { scroller, width, height, start, end, onScroll, wasInSight, show };
}
