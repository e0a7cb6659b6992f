import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readImports, sourceFiles, specifiers, type Import } from './architecture/module-graph';
import { borderViolations, importCycles, vaguelyNamed } from './architecture/rules';

const files = sourceFiles('src');
const imports = readImports('src', files);

describe('the source', () => {
  it('keeps the borders: core is pure, contexts meet through protocol, nothing imports the panel', () => {
    expect(borderViolations(imports)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(importCycles(imports)).toEqual([]);
  });

  it('parses URLs by parseUrl, whose comment says why', () => {
    const askers = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('URL.canParse('));
    expect(askers).toEqual([]);
  });

  it('has no file named for what it is not', () => {
    expect(vaguelyNamed(files)).toEqual([]);
  });
});

const file = (from: string, to: string): Import => ({ from, to, kind: 'file' });
const pack = (from: string, to: string): Import => ({ from, to, kind: 'package' });

describe('the rules', () => {
  it.each([
    file('core/a.ts', 'protocol/b.ts'),
    file('protocol/a.ts', 'panel/b.ts'),
    file('devtools/a.ts', 'panel/b.ts'),
    file('panel/a.ts', 'background/b.ts'),
    file('cli/a.ts', 'panel/b.ts'),
    file('new-folder/a.ts', 'core/b.ts'),
    pack('core/a.ts', 'webextension-polyfill'),
    pack('core/a.ts', 'node:fs'),
  ])('forbid $from → $to', (each) => {
    expect(borderViolations([each])).toEqual([`${each.from} imports ${each.to}`]);
  });

  it.each([
    file('core/a/b.ts', 'core/c.ts'),
    file('panel/a.tsx', 'protocol/b.ts'),
    file('cli/a.ts', 'core/b.ts'),
    pack('core/a.ts', 'tldts'),
    pack('panel/a.ts', 'preact'),
  ])('allow $from → $to', (each) => {
    expect(borderViolations([each])).toEqual([]);
  });

  it('find cycles of any length', () => {
    expect(importCycles([file('a', 'b'), file('b', 'c'), file('c', 'a'), file('c', 'd')])).toEqual([
      'a → b → c → a',
    ]);
    expect(importCycles([file('a', 'b'), file('a', 'c'), file('b', 'd'), file('c', 'd')])).toEqual([]);
  });

  it('find vague names', () => {
    expect(
      vaguelyNamed(['core/utils.ts', 'panel/helpers/a.ts', 'panel/common.test.ts', 'core/site.ts']),
    ).toEqual(['core/utils.ts', 'panel/helpers/a.ts', 'panel/common.test.ts']);
  });
});

describe('the import scanner', () => {
  it('sees every way to name a module, and no more', () => {
    const source = `
      import './a.css';
      import type { A } from './b';
      import c, { type C } from './c';
      export * from './d';
      export type { E } from './e';
      const f = import('./f');
      const text = "import x from './not'"; // import './neither'
    `;
    expect(specifiers('x.ts', source).toSorted()).toEqual(['./a.css', './b', './c', './d', './e', './f']);
  });
});
