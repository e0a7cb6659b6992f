/** Leaves in a list what has these numbers, which rise. */
export function keepInPlace<T>(list: T[], numbers: Uint32Array): void {
  let length = 0;
  for (const number of numbers) {
    const item = list[number];
    if (item !== undefined) list[length++] = item;
  }
  list.length = length;
}
