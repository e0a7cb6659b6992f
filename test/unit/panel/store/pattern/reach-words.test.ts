import { expect, it } from 'vitest';
import { narrowsToReach, toggleReach } from '../../../../../src/panel/store/pattern/reach-words';

it('narrows, changes over to another kind, and widens; other words stay', () => {
  const links = toggleReach('cart -host:x', 'links');
  expect(links).toBe('cart -host:x is:matched header:links');
  expect([narrowsToReach(links, 'links'), narrowsToReach(links, 'matched')]).toEqual([true, false]);
  const lost = toggleReach(links, 'lost');
  expect(lost).toBe('cart -host:x is:lost');
  expect(toggleReach(lost, 'lost')).toBe('cart -host:x');
});
