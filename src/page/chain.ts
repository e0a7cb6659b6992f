/**
 * A list that a page cannot get into: an array would ask `Array.prototype` for a setter of the index. Its values hold each other,
 * and one is in one chain at most.
 */
export interface Chain<Value extends Linked<Value>> {
  first: Value | null;
  last: Value | null;
  length: number;
}

export interface Linked<Value> {
  next: Value | null;
}

export function emptyChain<Value extends Linked<Value>>(): Chain<Value> {
  return { first: null, last: null, length: 0 };
}

export function lengthen<Value extends Linked<Value>>(chain: Chain<Value>, value: Value): void {
  if (chain.last === null) chain.first = value;
  else chain.last.next = value;
  chain.last = value;
  chain.length += 1;
}

/** Takes the first value out; `undefined`: there is none. */
export function takeFirst<Value extends Linked<Value>>(chain: Chain<Value>): Value | undefined {
  const { first } = chain;
  if (first === null) return undefined;
  chain.first = first.next;
  if (chain.first === null) chain.last = null;
  chain.length -= 1;
  return first;
}
