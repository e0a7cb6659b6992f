import type { HarHeader } from '../../core/exchange/har';
import type { SlimEntry } from '../../protocol/slim-entry';

type Initiator = NonNullable<SlimEntry['_initiator']>;

/** Values of one header that are remembered: hosts and kinds of calls have their own. */
const mostValues = 8;
/** Header names, and stacks, that are remembered. */
const mostKept = 1_000;
/** Characters; longer headers and stacks are not remembered: a page may make them as long as it likes. */
const longest = 8_000;
/** Characters that a reference to a shared part counts for. */
const reference = 8;

/** An entry as it came, and the characters of its JSON. */
export interface WholeEntry {
  readonly entry: SlimEntry;
  readonly length: number;
}

export interface SharedEntry {
  readonly entry: SlimEntry;
  /** How much it holds besides what it shares: characters of its JSON. */
  readonly size: number;
}

/** As JSON. */
const headerLength = ({ name, value }: HarHeader): number =>
  '{"name":"","value":""}'.length + (name?.length ?? 0) + (value?.length ?? 0);

/**
 * The same entry, with the headers and stacks that entries before it had. The browser gives every entry its own copy of the
 * user agent, the cookies and the scripts' URLs: most of what a log would hold.
 */
export function createSharedParts(): (received: WholeEntry) => SharedEntry {
  const headers = new Map<HarHeader['name'], HarHeader[]>();
  const initiators = new Map<string, Initiator>();
  /** Characters of the present entry's JSON that it need not hold. */
  let spared = 0;

  const sharedHeader = (header: HarHeader): HarHeader => {
    const values = headers.get(header.name);
    const known = values?.find(({ value }) => value === header.value);
    const length = headerLength(header);
    if (known !== undefined) spared += length - reference;
    if (known !== undefined || length > longest) return known ?? header;
    if (values === undefined) {
      if (headers.size >= mostKept) headers.clear();
      headers.set(header.name, [header]);
    } else {
      values.push(header);
      if (values.length > mostValues) values.shift();
    }
    return header;
  };

  const sharedInitiator = (initiator: Initiator): Initiator => {
    const key = JSON.stringify(initiator);
    const known = initiators.get(key);
    if (known !== undefined) spared += key.length - reference;
    if (known !== undefined || key.length > longest) return known ?? initiator;
    if (initiators.size >= mostKept) initiators.clear();
    initiators.set(key, initiator);
    return initiator;
  };

  const withSharedHeaders = <T extends { readonly headers?: readonly HarHeader[] | undefined }>(
    part: T,
  ): T => ({
    ...part,
    headers: part.headers?.map(sharedHeader),
  });

  return ({ entry: received, length }) => {
    spared = 0;
    const entry = {
      ...received,
      request: withSharedHeaders(received.request),
      ...(received.response && { response: withSharedHeaders(received.response) }),
      ...(received._initiator && { _initiator: sharedInitiator(received._initiator) }),
    };
    return { entry, size: length - spared };
  };
}
