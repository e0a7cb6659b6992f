import * as fc from 'fast-check';
import type { Header } from '../../../src/core';
import type { Answer } from '../world/case';

/** Field lines of one header; the first choice is the one that shrinking arrives at. */
type Lines = readonly string[];

const allowOrigin: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(['{origin}']) },
  { weight: 4, arbitrary: fc.constant(['*']) },
  { weight: 3, arbitrary: fc.constantFrom<Lines[]>([], ['{page}'], ['null']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Lines[]>(
      ['{origin}', '{origin}'],
      ['{origin}, *'],
      ['*', '*'],
      ['{origin}/'],
      ['{ORIGIN}'],
      [' \t{origin} \t'],
      ['https://elsewhere.test'],
      [''],
      ['"*"'],
    ),
  },
);

const allowCredentials: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(['true']) },
  { weight: 3, arbitrary: fc.constant<Lines>([]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Lines[]>(['True'], ['false'], ['true', 'true'], [' true\t'], ['1'], ['']),
  },
);

const allowMethods: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(['{method}']) },
  { weight: 4, arbitrary: fc.constantFrom<Lines[]>([], ['*'], ['GET, POST, PUT, DELETE, PATCH']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Lines[]>(
      ['put, patch, new'],
      ['X', '{method}'],
      [',{method} , ,\t'],
      ['{method} PUT'],
      ['"{method}"'],
      ['{method}, (x'],
      ['{method};q=1'],
      [''],
      ['*', 'PUT'],
      ['{method}, \u00e9'],
      ['{method}\u000b'],
    ),
  },
);

const allowHeaders: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(['{names}']) },
  { weight: 4, arbitrary: fc.constantFrom<Lines[]>([], ['*'], ['x-dtc, content-type, X-Api-Key']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Lines[]>(
      ['{NAMES}'],
      ['{names:rest}'],
      ['{names:spaced}'],
      ['x-other', '{names}'],
      [',{names}, ,'],
      ['*, authorization'],
      ['authorization', '*'],
      ['{names}, x y'],
      ['{names};v=1'],
      ['"x-dtc"'],
      ['{names}, (x'],
      ['{names}, \u00e9'],
      [''],
      ['{names},\u00a0'],
    ),
  },
);

const maxAge = fc.constantFrom<Lines[]>(['0'], [], ['600'], ['-1'], ['x']);

function fields(lines: Readonly<Record<string, Lines>>): Header[] {
  return Object.entries(lines).flatMap(([name, values]) => values.map((value): Header => [name, value]));
}

const allowing = fc.record({
  'Access-Control-Allow-Origin': allowOrigin,
  'Access-Control-Allow-Credentials': allowCredentials,
});

const preflightStatus = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(200, 204) },
  { weight: 1, arbitrary: fc.constantFrom(201, 299, 300, 301, 304, 307, 400, 401, 403, 404, 405, 500, 503) },
);

const cut = fc.constant<Answer>('reset');

/** How a server answers OPTIONS. */
export const preflightAnswer: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc
      .tuple(
        preflightStatus,
        allowing,
        fc.record({
          'Access-Control-Allow-Methods': allowMethods,
          'Access-Control-Allow-Headers': allowHeaders,
          'Access-Control-Max-Age': maxAge,
        }),
      )
      .map(([status, origins, lists]): Answer => ({ status, headers: fields({ ...origins, ...lists }) })),
  },
  { weight: 1, arbitrary: cut },
);

const finalStatus = fc.oneof(
  { weight: 8, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 204, 205, 300, 304, 306, 400, 401, 403, 404, 500, 503) },
);

/** The answer that ends a call. */
export const finalAnswer: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc
      .tuple(finalStatus, allowing)
      .map(([status, origins]): Answer => ({ status, headers: fields(origins) })),
  },
  { weight: 1, arbitrary: cut },
);

/** Browsers do not connect to this port. */
export const blockedPortLocation = 'http://api.shop.test:22/';

const location: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 20, arbitrary: fc.constant(['{next}']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Lines[]>(
      ['{next:relative}'],
      ['{next:user}'],
      [],
      ['data:text/plain,x'],
      ['ftp://api.shop.test/'],
      [blockedPortLocation],
      ['https://['],
    ),
  },
);

/** An answer that leads on. */
export const redirectAnswer: fc.Arbitrary<Answer> = fc
  .tuple(fc.constantFrom(302, 301, 303, 307, 308), allowing, location)
  .map(([status, origins, target]): Answer => ({
    status,
    headers: fields({ ...origins, Location: target }),
  }));
