import type { HarHeader } from '../../core/exchange/har';
import type { SlimEntry } from '../../protocol/slim-entry';

type Initiator = NonNullable<SlimEntry['_initiator']>;

/** Values of one header that are remembered: hosts and kinds of calls have their own. */
const mostValues = 8;
/** Header names, and stacks, that are remembered. */
const mostKept = 1_000;

/**
 * The same entry, with the headers and stacks that entries before it had. The browser gives every entry its own copy of the
 * user agent, the cookies and the scripts' URLs: most of what a log would hold.
 */
export function createSharedParts(): (entry: SlimEntry) => SlimEntry {
  const headers = new Map<HarHeader['name'], HarHeader[]>();
  const initiators = new Map<string, Initiator>();

  const sharedHeader = (header: HarHeader): HarHeader => {
    const values = headers.get(header.name);
    const known = values?.find(({ value }) => value === header.value);
    if (known !== undefined) return known;
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
    if (known !== undefined) return known;
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

  return (entry) => ({
    ...entry,
    request: withSharedHeaders(entry.request),
    ...(entry.response && { response: withSharedHeaders(entry.response) }),
    ...(entry._initiator && { _initiator: sharedInitiator(entry._initiator) }),
  });
}
