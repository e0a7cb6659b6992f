import { visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern } from './lint-context';

/** `A-Z` beside `a-z` in one class, which flag `i` makes superfluous. */
export function letterCaseFindings({ pattern, ast }: LintedPattern): readonly Finding[] {
  if (ast === null) return [];
  const found: Finding[] = [];
  visitRegExpAST(ast, {
    onCharacterClassEnter({ elements }) {
      const upper = elements.find((element) => isRange(element, 'A-Z'));
      if (upper === undefined || !elements.some((element) => isRange(element, 'a-z'))) return;
      const replacement = pattern.slice(0, upper.start) + pattern.slice(upper.end);
      found.push(finding('case-irrelevant', upper, { fix: { label: 'Remove A-Z', replacement } }));
    },
  });
  return found;
}

function isRange(element: AST.CharacterClassElement, raw: string): boolean {
  return element.type === 'CharacterClassRange' && element.raw === raw;
}
