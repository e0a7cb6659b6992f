/** A list that a page cannot get into: an array would ask `Array.prototype` for a setter of the index. */
export interface Chain<Value> {
  first: Link<Value> | null;
  last: Link<Value> | null;
  length: number;
}

interface Link<Value> {
  readonly value: Value;
  next: Link<Value> | null;
}

export function emptyChain<Value>(): Chain<Value> {
  return { first: null, last: null, length: 0 };
}

export function lengthen<Value>(chain: Chain<Value>, value: Value): void {
  const link: Link<Value> = { value, next: null };
  if (chain.last === null) chain.first = link;
  else chain.last.next = link;
  chain.last = link;
  chain.length += 1;
}

/** Takes the first value out; `undefined`: there is none. */
export function takeFirst<Value>(chain: Chain<Value>): Value | undefined {
  const { first } = chain;
  if (first === null) return undefined;
  chain.first = first.next;
  if (chain.first === null) chain.last = null;
  chain.length -= 1;
  return first.value;
}
