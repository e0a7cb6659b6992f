import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipArchive } from '../../../../scripts/package/zip-archive';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = [
  ['manifest.json', bytes('{}')],
  ['assets/panel.js', bytes('const name = "Crosslink";'.repeat(100))],
  ['icons/ü.png', new Uint8Array([0, 255, 128])],
] as const;

describe('a zip archive', () => {
  it('holds every file as it was', () => {
    const unzipped = unzipSync(zipArchive(new Map(files)));
    expect(new Map(Object.entries(unzipped).map(([path, content]) => [path, [...content]]))).toEqual(
      new Map(files.map(([path, content]) => [path, [...content]])),
    );
  });

  it('has its files in the order of their paths', () => {
    expect(Object.keys(unzipSync(zipArchive(new Map(files))))).toEqual([
      'assets/panel.js',
      'icons/ü.png',
      'manifest.json',
    ]);
  });

  it('is the same bytes whatever the order of reading', () => {
    const reversed = zipArchive(new Map(files.toReversed()));
    expect(Buffer.compare(zipArchive(new Map(files)), reversed)).toBe(0);
  });

  it('differs when a file does', () => {
    const changed = new Map<string, Uint8Array>(files).set('manifest.json', bytes('{ }'));
    expect(Buffer.compare(zipArchive(new Map(files)), zipArchive(changed))).not.toBe(0);
  });
});
