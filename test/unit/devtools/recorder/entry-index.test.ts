import { describe, expect, it } from 'vitest';
import { createEntryIndex } from '../../../../src/devtools/recorder/entry-index';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';
import { harEntry, type EntrySpec } from './har-entry';

const entry = (spec: EntrySpec = {}) => harEntry(spec) as SlimEntry;
const pending = entry({ status: 0, time: 0 });
const finished = entry({ status: 200, time: 30 });

type Step = ['event', SlimEntry, string] | ['log', SlimEntry[], string[]];

describe('telling repetitions from new requests', () => {
  it.each<[string, Step[]]>([
    [
      'an event, then the log',
      [
        ['event', finished, 'new'],
        ['log', [finished], ['known']],
      ],
    ],
    [
      'the log, then the event',
      [
        ['log', [finished], ['new']],
        ['event', finished, 'known'],
      ],
    ],
    [
      'the log while the body comes, then the event',
      [
        ['log', [entry({ status: 200, time: 12 })], ['new']],
        ['event', finished, 'changed'],
        ['log', [finished], ['known']],
      ],
    ],
    [
      'the log while two bodies come, then both events',
      [
        ['log', [entry({ status: 200, time: 12 }), entry({ status: 200, time: 13 })], ['new', 'new']],
        ['event', finished, 'changed'],
        ['event', entry({ status: 200, time: 31 }), 'changed'],
        ['event', entry({ status: 200, time: 32 }), 'new'],
      ],
    ],
    [
      'two equal events are two requests',
      [
        ['event', finished, 'new'],
        ['event', finished, 'new'],
      ],
    ],
    [
      'a log with two of a kind, one known',
      [
        ['event', finished, 'new'],
        ['log', [finished, finished], ['known', 'new']],
      ],
    ],
    [
      'the same log twice',
      [
        ['log', [finished, entry({ url: 'https://b.test/' })], ['new', 'new']],
        ['log', [finished, entry({ url: 'https://b.test/' })], ['known', 'known']],
      ],
    ],
    [
      'unfinished, then its event',
      [
        ['log', [pending], ['new']],
        ['event', finished, 'changed'],
      ],
    ],
    [
      'unfinished, then finished in the log',
      [
        ['log', [pending], ['new']],
        ['log', [finished], ['changed']],
      ],
    ],
    [
      'an older view brings nothing',
      [
        ['event', finished, 'new'],
        ['log', [pending], ['known']],
      ],
    ],
    [
      'of two equal ones only the unfinished changes',
      [
        ['log', [finished, pending], ['new', 'new']],
        ['log', [finished, finished], ['known', 'changed']],
      ],
    ],
    [
      'another start is another request',
      [
        ['event', finished, 'new'],
        ['event', entry({ at: 1_000_001 }), 'new'],
      ],
    ],
    [
      'another method is another request',
      [
        ['event', finished, 'new'],
        ['event', entry({ method: 'PUT' }), 'new'],
      ],
    ],
    [
      'a failure counts as finished',
      [
        ['event', entry({ status: 0, error: 'net::ERR_FAILED' }), 'new'],
        ['event', entry({ status: 0, error: 'net::ERR_FAILED' }), 'new'],
      ],
    ],
  ])('%s', (_, steps) => {
    const index = createEntryIndex();
    for (const [kind, given, expected] of steps) {
      const kinds =
        kind === 'event' ? index.addEvent(given).kind : index.addLog(given).map((match) => match.kind);
      expect(kinds).toEqual(expected);
    }
  });

  it('forgets what is old', () => {
    const index = createEntryIndex();
    index.addEvent(entry({ at: 1000 }));
    index.addEvent(entry({ at: 2000 }));
    index.forgetBefore(2000);
    expect(index.addLog([entry({ at: 1000 }), entry({ at: 2000 })]).map(({ kind }) => kind)).toEqual([
      'new',
      'known',
    ]);
  });
});
