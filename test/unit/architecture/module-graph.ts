import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';

/** One import, dynamic import or re-export. Paths are relative to the source folder, with `/`. */
export interface Import {
  readonly from: string;
  /** A file, or a package's specifier as it stands in the source. */
  readonly to: string;
  readonly kind: 'file' | 'package';
}

/** All source files under the folder, relative to it. */
export function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

/** Every import among the files; type imports count, because they bind the reader as much as the others. */
export function readImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((from) =>
    specifiers(from, readFileSync(join(root, from), 'utf8')).map((specifier) =>
      resolveImport(root, from, specifier),
    ),
  );
}

/** The module specifiers that a file names, in their order. */
export function specifiers(fileName: string, source: string): string[] {
  const { module, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message}`);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest)),
  ];
  const literal = /^(['"])(.*)\1$/;
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const name = literal.exec(source.slice(start, end))?.[2];
    if (name === undefined) throw new Error(`${fileName}: import() of something that is not a literal`);
    return name;
  });
  return [...new Set([...requests.flatMap((request) => request?.value ?? []), ...dynamic])];
}

function resolveImport(root: string, from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, kind: 'package' };
  const path = join(dirname(join(root, from)), specifier.replace(/\?.*$/, ''));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts'), join(path, 'index.tsx')];
  const found = candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  // a file that is not there is the type checker's concern; its folder counts all the same
  return { from, to: relative(root, found ?? path), kind: 'file' };
}
