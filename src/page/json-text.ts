import { isArray, ownKeys } from './natives';

const { stringify } = JSON;

/** JSON text of plain data. `JSON.stringify` would call the `toJSON` that a page has put on a prototype; of texts it does not. */
export function jsonText(data: unknown): string {
  if (typeof data === 'string') return stringify(data);
  if (typeof data !== 'object' || data === null) return `${data as number | boolean | null}`;
  let text = '';
  if (isArray(data)) {
    for (let index = 0; index < data.length; index++) {
      text += (index === 0 ? '' : ',') + jsonText(data[index]);
    }
    return `[${text}]`;
  }
  const names = ownKeys(data) as readonly string[];
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (name === undefined) continue;
    text += `${index === 0 ? '' : ','}${stringify(name)}:${jsonText((data as Readonly<Record<string, unknown>>)[name])}`;
  }
  return `{${text}}`;
}
