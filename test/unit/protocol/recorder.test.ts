import { describe, expect, it } from 'vitest';
import { parseRecorderCommand, parseRecorderMessage, recorderVersion } from '../../../src/protocol/recorder';

const state = {
  recording: true,
  preserveLog: false,
  since: 1,
  url: null,
  loadStartedAt: null,
  dropped: 0,
  capacity: { items: 10, characters: 1_000 },
  problems: [],
};
const view = {
  filter: 'cart',
  invert: false,
  grouped: true,
  sort: { column: 'url', direction: 'ascending' },
  expanded: ['GET https://a.test/'],
  selected: null,
  detailOpen: true,
};
const entry = { startedDateTime: '2026-01-01T00:00:00Z', request: { method: 'GET', url: 'https://a.test/' } };

describe('messages of the recorder', () => {
  it.each([
    [{ type: 'state', version: recorderVersion, state }],
    [{ type: 'reset' }],
    [{ type: 'drop', before: 7 }],
    [{ type: 'view', view }],
    [{ type: 'items', items: [{ kind: 'entry', id: 1, entry }], remaining: 0 }],
    [{ type: 'items', items: [{ kind: 'navigation', id: 2, url: 'https://a.test/', at: 5 }], remaining: 3 }],
  ])('takes %j', (message) => {
    expect(parseRecorderMessage(message)).toEqual(message);
  });

  it.each([
    ['another version', { type: 'state', version: recorderVersion + 1, state }],
    ['an unknown type', { type: 'boom' }],
    ['no object', 'reset'],
    ['null', null],
    ['an item without id', { type: 'items', items: [{ kind: 'entry', entry }], remaining: 0 }],
    [
      'an entry that is none',
      { type: 'items', items: [{ kind: 'entry', id: 1, entry: null }], remaining: 0 },
    ],
    ['a boundary that is no number', { type: 'drop', before: '7' }],
    ['a member too many', { type: 'reset', also: 1 }],
  ])('refuses %s', (_, message) => {
    expect(parseRecorderMessage(message)).toBeNull();
  });
});

describe('commands of a panel', () => {
  it.each([
    [{ type: 'hello', version: 1 }],
    [{ type: 'set-recording', on: false }],
    [{ type: 'set-preserve-log', on: true }],
    [{ type: 'clear' }],
    [{ type: 'remember', view }],
  ])('takes %j', (command) => {
    expect(parseRecorderCommand(command)).toEqual(command);
  });

  it.each([
    [{ type: 'set-recording', on: 'yes' }],
    [{ type: 'remember', view: { ...view, sort: 'url' } }],
    [{ type: 'eval', code: '1' }],
    [undefined],
    [[]],
  ])('refuses %j', (command) => {
    expect(parseRecorderCommand(command)).toBeNull();
  });
});
