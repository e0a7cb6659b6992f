import type { HarEntry } from '../har';

type Check = (value: unknown) => boolean;

const isNothing: Check = (value) => value === undefined || value === null;
const isText: Check = (value) => isNothing(value) || typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOfObjects: Check = (value) => isNothing(value) || (Array.isArray(value) && value.every(isObject));

const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isNothing(value) ||
    (isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name])));

const stack: Check = (value) => {
  for (let depth = value; !isNothing(depth); depth = (depth as { parent?: unknown }).parent) {
    if (!isObject(depth) || !listOfObjects(depth['callFrames'])) return false;
    for (const frame of (depth['callFrames'] as readonly { url?: unknown }[] | null | undefined) ?? []) {
      if (!isText(frame.url)) return false;
    }
  }
  return true;
};

const entry = members({
  pageref: isText,
  startedDateTime: isText,
  _resourceType: isText,
  request: members({
    method: isText,
    // no call without one can be told from another
    url: (value) => value === undefined || typeof value === 'string',
    headers: listOfObjects,
    cookies: listOfObjects,
  }),
  response: members({
    headers: listOfObjects,
    content: members({ mimeType: isText, encoding: isText }),
    redirectURL: isText,
    _error: isText,
    _failureText: isText,
  }),
  _initiator: (value) => isText(value) || members({ type: isText, url: isText, stack })(value),
});

/** Whether a value has the shape of a HAR entry: members may be missing, but what is there is of the right kind. */
export function hasEntryShape(value: unknown): value is HarEntry {
  return isObject(value) && entry(value);
}
