/** WebDriver's code points for keys that write no character (W3C WebDriver, 17.4.2 Keyboard actions). */
const codePoints: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F8: '\uE038',
  Meta: '\uE03D',
};

/** `Control+f` as the text that WebDriver types: modifiers stay down until the end of the text. */
export function webdriverKeys(key: string): string {
  return key
    .split('+')
    .map((part) => {
      const text = codePoints[part] ?? part;
      if (text.length !== 1) throw new Error(`unknown key ${part}`);
      return text;
    })
    .join('');
}
