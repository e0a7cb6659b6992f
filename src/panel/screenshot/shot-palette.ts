import type { Outcome } from '../../core';

/** Colours of a picture; text on `base` or `band` has a contrast of 4.5 at least. */
export interface ShotPalette {
  readonly base: string;
  readonly band: string;
  readonly ink: string;
  readonly subtle: string;
  readonly line: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

export const shotPalettes: Readonly<Record<'light' | 'dark', ShotPalette>> = {
  light: {
    base: '#ffffff',
    band: '#f1f4fa',
    ink: '#1f1f1f',
    subtle: '#474747',
    line: '#d3dbe8',
    outcomes: {
      links: '#146c2e',
      breaks: '#b3261e',
      unlinked: '#1f1f1f',
      cannot: '#474747',
      unknown: '#8a5000',
    },
  },
  dark: {
    base: '#282828',
    band: '#333333',
    ink: '#e3e3e3',
    subtle: '#c7c7c7',
    line: '#4b4b4b',
    outcomes: {
      links: '#6dd58c',
      breaks: '#f2b8b5',
      unlinked: '#e3e3e3',
      cannot: '#c7c7c7',
      unknown: '#f5c26b',
    },
  },
};
