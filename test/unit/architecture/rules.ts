import { basename } from 'node:path';
import type { Import } from './module-graph';

/** Which folders of `src` each folder may import from. Contexts meet only through `protocol`; nothing needs the panel. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  protocol: ['protocol', 'core'],
  page: ['page', 'protocol', 'core'],
  content: ['content', 'protocol', 'core'],
  background: ['background', 'protocol', 'core'],
  access: ['access', 'protocol', 'core'],
  devtools: ['devtools', 'protocol', 'core'],
  panel: ['panel', 'protocol', 'core'],
  cli: ['cli', 'core'],
};

/** Registrable domains, the grammar of regular expressions, schemas: data and parsers, no platform. */
const corePackages = ['tldts', '@eslint-community/regexpp', 'redos-detector', 'valibot'];

const vagueNames = /^(utils?|helpers?|common)$/i;

export function borderViolations(imports: readonly Import[]): string[] {
  return imports.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} imports ${to}`);
}

function isAllowed({ from, to, kind }: Import): boolean {
  const folder = topFolder(from);
  if (kind === 'package') return folder !== 'core' || corePackages.includes(to);
  return mayImport[folder]?.includes(topFolder(to)) ?? false;
}

function topFolder(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Every cycle once, as the files along it. */
export function importCycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind } of imports) {
    if (kind === 'file') targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const cycles: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start !== -1) cycles.push([...path.slice(start), file].join(' → '));
    if (start !== -1 || finished.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    finished.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}

/** Files and folders whose name says nothing about what they hold. */
export function vaguelyNamed(files: readonly string[]): string[] {
  return files.filter((file) =>
    file.split('/').some((part) => vagueNames.test(basename(part).split('.')[0] ?? '')),
  );
}
