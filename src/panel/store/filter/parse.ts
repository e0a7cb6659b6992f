import { routes, type Route } from '../../../core';
import { isFilterKey, isRoute, type FilterKey } from './keys';
import { tokenize, type Token } from './tokens';

/** One condition; all of a filter's must hold. Texts are in lower case. */
export type Condition = { readonly negated: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  | { readonly kind: 'pair'; readonly key: Exclude<FilterKey, 'route'>; readonly value: string }
);

export interface Filter {
  readonly conditions: readonly Condition[];
  /** The routes that `outcome:` and `reason:` look at: all, or those that `route:` names. */
  readonly routes: readonly Route[];
  /** The engine's message for the first regular expression that does not compile; that word is left out. */
  readonly error: string | null;
}

/**
 * Reads the filter language: words (all must occur), `"quoted words"`, `/regular expressions/` without regard to case,
 * `key:value` pairs, and `-` before any of them to negate it. An unknown key is plain text; a key without a value, as it
 * stands while it is being typed, restricts nothing.
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let error: string | null = null;
  const conditions = tokens.flatMap((token): Condition[] => {
    const result = readCondition(token);
    if (result === null) return [];
    if ('message' in result) {
      error ??= result.message;
      return [];
    }
    return [result];
  });
  return { conditions, routes: routesOf(tokens), error };
}

function readCondition({ negated, body, raw }: Token): Condition | { message: string } | null {
  switch (body.kind) {
    case 'text':
      return body.text === '' ? null : { kind: 'text', negated, text: body.text.toLowerCase() };
    case 'regex':
      try {
        return { kind: 'regex', negated, regex: new RegExp(body.source, 'i') };
      } catch (cause) {
        return { message: cause instanceof Error ? cause.message : String(cause) };
      }
    case 'pair': {
      const { key } = body;
      if (!isFilterKey(key)) {
        return { kind: 'text', negated, text: (negated ? raw.slice(1) : raw).toLowerCase() };
      }
      if (key === 'route' || body.value === '') return null;
      return { kind: 'pair', negated, key, value: body.value.toLowerCase() };
    }
  }
}

function routesOf(tokens: readonly Token[]): readonly Route[] {
  const only = new Set<Route>();
  const not = new Set<Route>();
  for (const { body, negated } of tokens) {
    if (body.kind !== 'pair' || body.key !== 'route') continue;
    const value = body.value.toLowerCase();
    if (isRoute(value)) (negated ? not : only).add(value);
  }
  const named = only.size === 0 ? routes : routes.filter((route) => only.has(route));
  return named.filter((route) => !not.has(route));
}
