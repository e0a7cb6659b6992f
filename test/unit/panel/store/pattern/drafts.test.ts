import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  activeDraft,
  draftsSchema,
  draftText,
  noDrafts,
  renamed,
  stepped,
  withActive,
  withNewDraft,
  withoutActive,
  withText,
  type Drafts,
} from '../../../../../src/panel/store/pattern/drafts';

const textOf = (all: Drafts) => {
  const draft = activeDraft(all);
  return draft === null ? null : draftText(draft);
};
const typed = (...texts: string[]) => texts.reduce((all, text) => withText(all, text, false), noDrafts);

describe('drafts', () => {
  it('begin where the deployed pattern is edited', () => {
    const all = withText(noDrafts, 'a', true);
    expect([all.active, textOf(all)]).toEqual(['Draft 1', 'a']);
  });

  it('go back and forth in their history, as far as it goes', () => {
    const all = typed('a', 'ab', 'abc');
    expect(textOf(stepped(all, -1))).toBe('ab');
    expect(textOf(stepped(all, -9))).toBe('a');
    expect(textOf(stepped(stepped(all, -2), 1))).toBe('ab');
    expect(textOf(stepped(all, 1))).toBe('abc');
  });

  it('forget what had been undone when they are edited', () => {
    const all = withText(stepped(typed('a', 'ab', 'abc'), -1), 'x', false);
    expect(textOf(stepped(all, 5))).toBe('x');
    expect(textOf(stepped(all, -1))).toBe('ab');
  });

  it('take letters typed in one go as one step, but never change the first', () => {
    let all = typed('a');
    for (const text of ['ab', 'abc', 'abcd']) all = withText(all, text, true);
    expect(textOf(stepped(all, -1))).toBe('a');
    expect(textOf(stepped(stepped(all, -1), 1))).toBe('abcd');
  });

  it('stand side by side under their names', () => {
    let all = withNewDraft(typed('a'), 'b');
    expect(all.drafts.map(({ name }) => name)).toEqual(['Draft 1', 'Draft 2']);
    all = renamed(all, ' shop ');
    expect(all.active).toBe('shop');
    expect(renamed(all, 'Draft 1')).toBe(all);
    expect(renamed(all, '  ')).toBe(all);
    expect(textOf(withActive(all, 'Draft 1'))).toBe('a');
    expect(textOf(withActive(all, null))).toBeNull();
    expect(textOf(withActive(all, 'gone'))).toBeNull();
    all = withoutActive(all);
    expect([all.active, all.drafts.map(({ name }) => name)]).toEqual([null, ['Draft 1']]);
    expect(withNewDraft(all, 'c').active).toBe('Draft 2');
  });

  it('stay within what can be stored again', () => {
    let all = noDrafts;
    for (let index = 0; index < 100; index += 1) all = withText(all, `${index}`.padEnd(25_000, 'x'), false);
    for (let index = 0; index < 30; index += 1) all = withNewDraft(all, `${index}`);
    expect(v.is(draftsSchema, all)).toBe(true);
    expect(textOf(all)).toBe('29');
  });

  it.each([
    ['no drafts', { active: null }],
    ['a step that is not there', { active: null, drafts: [{ name: 'a', steps: ['x'], at: 1 }] }],
    ['no step', { active: null, drafts: [{ name: 'a', steps: [], at: 0 }] }],
    ['no name', { active: null, drafts: [{ name: '', steps: ['x'], at: 0 }] }],
  ])('are not read from storage with %s', (_what, stored) => {
    expect(v.is(draftsSchema, stored)).toBe(false);
  });
});
