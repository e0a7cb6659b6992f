import { signal, type ReadonlySignal } from '@preact/signals';

export type Theme = 'light' | 'dark';

/** The parts of the browser that tell the theme; all but the media query are missing outside devtools. */
export interface ThemeSource {
  /** Chromium: `default` or `dark`; Firefox: `light` or `dark`. */
  readonly themeName?: string | undefined;
  /** Chromium */
  readonly setThemeChangeHandler?: ((listener: (theme: string) => void) => void) | undefined;
  /** Firefox */
  readonly onThemeChanged?: { addListener(listener: (theme: string) => void): void } | undefined;
}

/** The theme of devtools, or of the system where there are no devtools. */
export function themeSignal(panels: ThemeSource | null, prefersDark: MediaQueryList): ReadonlySignal<Theme> {
  const named = panels?.themeName;
  if (panels === null || named === undefined) {
    const theme = signal<Theme>(prefersDark.matches ? 'dark' : 'light');
    prefersDark.addEventListener('change', ({ matches }) => {
      theme.value = matches ? 'dark' : 'light';
    });
    return theme;
  }
  const theme = signal(themeOf(named));
  const follow = (name: string): void => {
    theme.value = themeOf(name);
  };
  panels.setThemeChangeHandler?.(follow);
  panels.onThemeChanged?.addListener(follow);
  return theme;
}

function themeOf(name: string): Theme {
  return name === 'dark' ? 'dark' : 'light';
}
