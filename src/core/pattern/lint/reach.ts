import { originOf } from '../../site/origin';
import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern, SeenUrl } from './lint-context';

/** What the pattern reaches among the URLs seen: everything, other sites, only the page itself. */
export function reachFindings({ pattern, context: { seen = [] } }: LintedPattern): readonly Finding[] {
  const matched = seen.filter(({ matched: hit }) => hit);
  if (matched.length === 0) return [];
  const whole = { start: 0, end: pattern.length };
  const found: Finding[] = [];
  if (matched.length === seen.length && origins(seen).length > 1)
    found.push(finding('matches-everything-seen', whole));
  const foreign = matched.filter(({ relation }) => relation === 'cross-site');
  if (foreign.length > 0) {
    const detail = `Reached: ${listed(origins(foreign))}.`;
    found.push(finding('matches-third-party', whole, { detail, urls: foreign.map(({ url }) => url) }));
  }
  if (matched.every(({ relation }) => relation === 'same-origin'))
    found.push(finding('matches-only-same-origin', whole, { urls: matched.map(({ url }) => url) }));
  return found;
}

function origins(urls: readonly SeenUrl[]): readonly string[] {
  return [...new Set(urls.map(({ url }) => originOf(url)?.serialized ?? url))];
}

const namesListed = 3;

function listed(names: readonly string[]): string {
  const more = names.length - namesListed;
  return names.slice(0, namesListed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
