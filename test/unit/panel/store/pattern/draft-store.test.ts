import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createDraftStore } from '../../../../../src/panel/store/pattern/draft-store';
import { createMemorySettings } from '../settings/memory-settings';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp(storage = createMemorySettings()) {
  const shelf = signal('shop.test x-dtc');
  let time = 0;
  const drafts = createDraftStore({ storage, shelf, now: () => time });
  await settled();
  return { drafts, shelf, storage, pass: (ms: number) => void (time += ms) };
}

it('what is typed without a pause is undone in one step', async () => {
  const { drafts, pass } = await setUp();
  drafts.edit('a', true);
  pass(5000);
  for (const text of ['ab', 'abc']) {
    pass(100);
    drafts.edit(text, true);
  }
  pass(5000);
  drafts.edit('abcd', true);
  drafts.undo();
  expect(drafts.text.value).toBe('abc');
  drafts.undo();
  expect([drafts.text.value, drafts.canUndo.value, drafts.canRedo.value]).toEqual(['a', false, true]);
});

it('a fix is a step of its own, however fast typing goes on', async () => {
  const { drafts } = await setUp();
  drafts.edit('a', true);
  drafts.edit('fixed', false);
  drafts.edit('fixed!', true);
  drafts.undo();
  expect(drafts.text.value).toBe('fixed');
});

it('each site and purpose has its own, over restarts, history included', async () => {
  const { drafts, shelf, storage } = await setUp();
  drafts.edit('mine', false);
  drafts.edit('mine too', false);
  drafts.rename('checkout');
  shelf.value = 'other.test x-dtc';
  expect([drafts.text.value, drafts.names.value]).toEqual([null, []]);
  const later = await setUp(createMemorySettings(structuredClone(storage.stored)));
  expect([later.drafts.active.value, later.drafts.text.value]).toEqual(['checkout', 'mine too']);
  later.drafts.undo();
  expect(later.drafts.text.value).toBe('mine');
});

it('panels of two sites leave each other’s alone', async () => {
  const storage = createMemorySettings();
  const [here, there] = [await setUp(storage), await setUp(storage)];
  there.shelf.value = 'other.test x-dtc';
  there.drafts.edit('theirs', true);
  await settled();
  here.drafts.edit('mine', true);
  await settled();
  const later = await setUp(storage);
  expect(later.drafts.text.value).toBe('mine');
  later.shelf.value = 'other.test x-dtc';
  expect(later.drafts.text.value).toBe('theirs');
});

it('a shelf is not mistaken for a member of Object', async () => {
  const { drafts, shelf } = await setUp();
  shelf.value = 'constructor';
  expect(drafts.text.value).toBeNull();
});
