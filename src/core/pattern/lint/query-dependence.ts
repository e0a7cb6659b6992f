import { visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern } from './lint-context';

/** Text that only a query or fragment has, and end anchors that a query pushes away. */
export function queryDependenceFindings({ pattern, ast }: LintedPattern): readonly Finding[] {
  if (ast === null) return [];
  const found: Finding[] = [];
  visitRegExpAST(ast, {
    onCharacterEnter(node) {
      if (/[?#&]$/.test(node.raw) && isRequired(node))
        found.push(finding('depends-on-query-or-fragment', node));
    },
    onAssertionEnter(node) {
      if (node.kind !== 'end' || queryMayFollow(node)) return;
      const replacement = `${pattern.slice(0, node.start)}(?:[?#]|$)${pattern.slice(node.end)}`;
      const fix = node.end === pattern.length ? { label: 'Let a query follow', replacement } : null;
      found.push(finding('end-anchor-misses-query', node, { fix }));
    },
  });
  return found;
}

/** Not in a class, not optional, not ruled out by a negative lookaround. */
function isRequired(node: AST.Node): boolean {
  const { parent } = node;
  if (parent === null) return true;
  if (parent.type === 'CharacterClass' || parent.type === 'CharacterClassRange') return false;
  if (parent.type === 'Quantifier' && parent.min === 0) return false;
  if (parent.type === 'Assertion' && 'negate' in parent && parent.negate) return false;
  if (isGroup(parent) && parent.alternatives.some(isOnlyEnd)) return false;
  return isRequired(parent);
}

/** `$` in `(?:[/?#]|$)`, or after something optional that takes the query. */
function queryMayFollow(anchor: AST.EdgeAssertion): boolean {
  const { parent } = anchor;
  if (parent.type !== 'Alternative') return false;
  const before = parent.elements[parent.elements.indexOf(anchor) - 1];
  if (before !== undefined) return mayTake(before, '?');
  const group = parent.parent;
  return (
    isGroup(group) &&
    group.alternatives.some(({ elements: [first] }) => first !== undefined && mayTake(first, '?'))
  );
}

function isOnlyEnd({ elements: [first], raw }: AST.Alternative): boolean {
  return raw === '$' && first?.type === 'Assertion';
}

function isGroup(node: AST.Node): node is AST.Group | AST.CapturingGroup {
  return node.type === 'Group' || node.type === 'CapturingGroup';
}

/** Whether the text that an element takes may begin with this character. */
function mayTake(element: AST.Element, character: string): boolean {
  switch (element.type) {
    case 'Quantifier':
      return mayTake(element.element, character);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some(
        ({ elements: [first] }) => first !== undefined && mayTake(first, character),
      );
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return new RegExp(`^${element.raw}$`, 'i').test(character);
    default:
      return false;
  }
}
