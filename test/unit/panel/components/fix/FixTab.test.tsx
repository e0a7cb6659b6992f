import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { FixTab } from '../../../../../src/panel/components/fix/FixTab';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

const { table, evidence } = fakeStore({ draft: 'matches-nothing', grouped: false });
const calls = [...table.rows.value].filter(({ kind }) => kind === 'exchange');

test('says a reason once, where its title says all of it', () => {
  const said = calls.map((row) => {
    const { container } = render(<FixTab row={row} evidence={evidence} />);
    const text = container.querySelector('section p')?.textContent ?? '';
    cleanup();
    return text;
  });
  expect(said).toContain('The pattern does not match this URL.');
  expect(said.filter((text) => /^(.+)\. \1/.test(text))).toEqual([]);
});
