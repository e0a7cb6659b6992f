import { describe, expect, it } from 'vitest';
import { themeSignal } from '../../../../../src/panel/store/settings/theme';

function media(matches: boolean) {
  let listener: (event: { matches: boolean }) => void = () => {};
  const query = {
    matches,
    addEventListener: (_: string, added: typeof listener) => (listener = added),
  } as unknown as MediaQueryList;
  return { query, change: (to: boolean) => listener({ matches: to }) };
}

describe('the theme', () => {
  it.each([
    ['default', 'light'],
    ['light', 'light'],
    ['dark', 'dark'],
  ])('of devtools: %s → %s', (themeName, expected) => {
    expect(themeSignal({ themeName }, media(true).query).value).toBe(expected);
  });

  it('follows Chromium', () => {
    let change: (theme: string) => void = () => {};
    const theme = themeSignal(
      { themeName: 'default', setThemeChangeHandler: (to) => (change = to) },
      media(false).query,
    );
    change('dark');
    expect(theme.value).toBe('dark');
  });

  it('follows Firefox', () => {
    let change: (theme: string) => void = () => {};
    const onThemeChanged = { addListener: (to: typeof change) => (change = to) };
    const theme = themeSignal({ themeName: 'dark', onThemeChanged }, media(false).query);
    change('light');
    expect(theme.value).toBe('light');
  });

  it('follows the system outside devtools', () => {
    const { query, change } = media(true);
    const theme = themeSignal(null, query);
    expect(theme.value).toBe('dark');
    change(false);
    expect(theme.value).toBe('light');
  });
});
