import type { Outcome } from '../../../core';

/** An outcome's sign in a square of 16 by 16, for icons and pictures alike. */
export interface OutcomeShape {
  /** Around (8, 8). */
  readonly circle: {
    readonly radius: number;
    readonly look: 'filled' | 'line' | 'dashed';
  } | null;
  /** SVG path data; on a filled circle it is cut out. */
  readonly path: string;
}

export const dashes = [2.2, 1.6] as const;

/** Every outcome has its own shape, so that it can be told without colour. */
export const outcomeShapes: Readonly<Record<Outcome, OutcomeShape>> = {
  links: {
    circle: null,
    path: 'M6.7 9.3 9.3 6.7M7.4 4.9l1.3-1.3a2.6 2.6 0 0 1 3.7 3.7l-1.3 1.3M8.6 11.1l-1.3 1.3a2.6 2.6 0 0 1-3.7-3.7l1.3-1.3',
  },
  breaks: { circle: { radius: 6.2, look: 'filled' }, path: 'm5.7 5.7 4.6 4.6m0-4.6-4.6 4.6' },
  unlinked: {
    circle: null,
    path: 'm9 4.8 1.2-1.2a2.4 2.4 0 0 1 3.4 3.4l-1.2 1.2M7 11.2l-1.2 1.2A2.4 2.4 0 0 1 2.4 9l1.2-1.2',
  },
  cannot: { circle: { radius: 5.5, look: 'line' }, path: 'm4.2 4.2 7.6 7.6' },
  unknown: {
    circle: { radius: 5.8, look: 'dashed' },
    path: 'M6.6 6.5a1.5 1.5 0 1 1 2 1.4c-.4.2-.6.5-.6.9v.1M8 10.9v.1',
  },
};
