import { visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern } from './lint-context';

/** `.` between what looks like labels of a host name: `api.example.com`. */
export function hostDotFindings({ pattern, ast }: LintedPattern): readonly Finding[] {
  if (ast === null) return [];
  const dots: AST.CharacterSet[] = [];
  visitRegExpAST(ast, {
    onAlternativeEnter({ elements }) {
      for (const [index, element] of elements.entries()) {
        if (element.type !== 'CharacterSet' || element.kind !== 'any') continue;
        if (endsLabel(elements[index - 1]) && startsLabel(elements[index + 1])) dots.push(element);
      }
    },
  });
  const fix = { label: 'Escape the dots', replacement: escapeAt(pattern, dots) };
  return dots.map((dot) => finding('unescaped-dot', dot, { fix }));
}

function endsLabel(element: AST.Element | undefined): boolean {
  if (element === undefined) return false;
  if (element.type === 'Quantifier') return endsLabel(element.element);
  return element.type === 'CharacterClass' || isGroup(element) || isLabelCharacter(element);
}

function startsLabel(element: AST.Element | undefined): boolean {
  return element !== undefined && (isGroup(element) || isLabelCharacter(element));
}

function isGroup(element: AST.Element): boolean {
  return element.type === 'Group' || element.type === 'CapturingGroup';
}

function isLabelCharacter(element: AST.Element): boolean {
  return element.type === 'Character' && /^[a-z0-9-]$/i.test(element.raw);
}

function escapeAt(pattern: string, dots: readonly AST.CharacterSet[]): string {
  let escaped = '';
  let from = 0;
  for (const { start } of dots) {
    escaped += `${pattern.slice(from, start)}\\`;
    from = start;
  }
  return escaped + pattern.slice(from);
}
