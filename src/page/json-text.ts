import { getPrototypeOf, hasOwn, objectPrototype, ownKeys, setPrototypeOf } from './natives';

const { stringify } = JSON;
const arrayPrototype: object = Array.prototype;

/** JSON text of plain data that is needed for nothing else. `JSON.stringify` would call a `toJSON` that a page has put on a prototype. */
export function jsonText(data: unknown): string {
  if (
    hasOwn(objectPrototype, 'toJSON') ||
    hasOwn(arrayPrototype, 'toJSON') ||
    getPrototypeOf(arrayPrototype) !== objectPrototype
  ) {
    takePrototypes(data);
  }
  return stringify(data);
}

function takePrototypes(data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  setPrototypeOf(data, null);
  const names = ownKeys(data) as readonly string[];
  for (let index = 0; index < names.length; index++) {
    takePrototypes((data as Readonly<Record<string, unknown>>)[names[index] as string]);
  }
}
