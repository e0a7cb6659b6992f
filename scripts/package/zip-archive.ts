import { zipSync, type Zippable } from 'fflate';

/** The earliest time that a zip archive can hold; the format knows local time only. */
const noTime = new Date(1980, 0, 1);

/**
 * A zip archive that depends on nothing but paths and contents: the same files give the same bytes, whenever, wherever and
 * in whichever order they were read.
 *
 * @param files contents by path inside the archive, with `/`
 */
export function zipArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path);
    if (content !== undefined) sorted[path] = content;
  }
  return zipSync(sorted, { level: 9, mtime: noTime });
}
