import { expect, it } from 'vitest';
import { verdictTable } from '../../../scripts/demo/verdict-table';

it('aligns the verdicts under their titles and leaves navigations out', () => {
  const text = verdictTable([
    { kind: 'navigation', url: 'https://app.shop.test/' },
    { kind: 'exchange', method: 'GET', url: '/a', today: 'links', cookies: 'links', header: 'links' },
    {
      kind: 'exchange',
      method: 'DELETE',
      url: '/b',
      today: 'unlinked',
      cookies: 'breaks',
      header: 'unknown',
    },
  ]);
  expect(text).toBe(
    [
      'Method  URL  Today     Cookies  Header',
      'GET     /a   links     links    links',
      'DELETE  /b   unlinked  breaks   unknown',
    ].join('\n'),
  );
});
