import { expect, it } from 'vitest';
import type { EndpointResult } from '../../../../../src/core';
import { compareEndpoints, type SortableEndpoint } from '../../../../../src/panel/store/table/endpoint-order';
import type { Sort } from '../../../../../src/panel/store/types';

const endpoint = (key: string, appeared: number, count = 1): SortableEndpoint => ({
  endpoint: { key, count } as EndpointResult,
  preflight: 'none',
  tier: 'not-seen',
  appeared,
});

const seen = [endpoint('GET b', 5, 2), endpoint('GET c', 3), endpoint('GET a', 5)];

it.each<[Sort, string]>([
  [{ column: 'started', direction: 'ascending' }, 'GET c, GET a, GET b'],
  [{ column: 'started', direction: 'descending' }, 'GET b, GET a, GET c'],
  [{ column: 'count', direction: 'ascending' }, 'GET c, GET a, GET b'],
  [{ column: 'count', direction: 'descending' }, 'GET b, GET a, GET c'],
])('endpoints by %j, in whatever order they are given', (sort, expected) => {
  for (const given of [seen, seen.toReversed()]) {
    const sorted = given.toSorted(compareEndpoints(sort)).map((each) => each.endpoint.key);
    expect(sorted.join(', ')).toBe(expected);
  }
});
