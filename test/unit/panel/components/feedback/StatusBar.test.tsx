import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { StatusBar } from '../../../../../src/panel/components/feedback/StatusBar';
import { fakeStore, type FakeStoreOptions } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

const text = (options: Partial<FakeStoreOptions> = {}) =>
  render(<StatusBar store={fakeStore(options)} />).container.textContent;

it('counts calls and endpoints, and says what is not there', () => {
  expect(text()).toContain('36 calls23 endpointsrecording since 10:32:11: earlier requests are not there');
});

it('says how many of them the filter leaves', () => {
  expect(text({ filter: 'checkout' })).toContain('1 of 36 calls');
});

it('says that recording is off', () => {
  expect(text({ recording: false })).toContain('recording is off');
});

it('names what was dropped, what could not be read, and what is being judged', () => {
  const said = text({ dropped: 1250, problems: ['Entry 17 has no URL.'], judging: { done: 5, total: 10 } });
  expect(said).toContain('1,250 older entries dropped');
  expect(said).toContain('1 problem');
  expect(said).toContain('Entry 17 has no URL.');
  expect(said).toContain('judging 5 of 10');
});
