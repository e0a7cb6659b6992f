import { expect, it } from 'vitest';
import { isOwnPage } from '../../../src/background/own-page';

const runtime = { id: 'crosslink', getURL: (path: string) => `chrome-extension://crosslink/${path}` };

it.each([
  [{ id: 'crosslink', url: 'chrome-extension://crosslink/src/panel/panel.html' }, true],
  [{ id: 'crosslink', url: 'https://page.test/' }, false],
  [{ id: 'crosslink', url: 'https://page.test/?chrome-extension://crosslink/' }, false],
  [{ id: 'crosslink', url: 'chrome-extension://crosslink.evil/' }, false],
  [{ id: 'crosslink', url: 'about:blank' }, false],
  [{ id: 'crosslink' }, false],
  [{ id: 'another', url: 'chrome-extension://crosslink/src/panel/panel.html' }, false],
])('%j: %s', (sender, expected) => expect(isOwnPage(sender, runtime)).toBe(expected));
