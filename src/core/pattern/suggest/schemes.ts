import { literal, oneOf, piece, sequence } from './fragment';
import type { Fragment } from './fragment';

/** First segments of texts that go on alike: schemes with their colon, and nothing for URLs without one. */
export function schemesFragment(names: readonly string[]): Fragment {
  const present = names.filter((name) => name !== '');
  if (present.length === 0) return piece('', null);
  const schemes = schemeNames(present);
  if (present.length === names.length) return schemes;
  return sequence(piece('(?:', null), schemes, piece(')?', 'or without scheme, as a script may pass it.'));
}

function schemeNames(names: readonly string[]): Fragment {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.includes('https:') && lower.includes('http:')) {
    const others = names.filter((_name, index) => !/^https?:$/.test(lower[index] ?? ''));
    return oneOf([piece('https?:', 'Either scheme'), ...others.map(schemeName)]);
  }
  return oneOf(names.map(schemeName));
}

function schemeName(name: string): Fragment {
  return literal(name.endsWith(':') ? name.toLowerCase() : name, `At the start: ${name}`);
}
