import * as v from 'valibot';
import type { AccessQuestion } from './background-rpc';

const question = v.object({
  patterns: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(300), v.regex(/^(?:\*|https?):\/\/[^/\s]+\/\*$/))),
    v.minLength(1),
    v.maxLength(200),
  ),
  page: v.pipe(v.string(), v.maxLength(300)),
});

/** Path and query of the page that asks for access. */
export function accessPagePath({ patterns, page }: AccessQuestion): string {
  const query = new URLSearchParams({ page });
  for (const pattern of patterns) query.append('pattern', pattern);
  return `/src/access/access.html?${query}`;
}

/** The question in the page's own query; `null`: none that the extension asked. */
export function readAccessQuestion(search: string): AccessQuestion | null {
  const query = new URLSearchParams(search);
  const result = v.safeParse(question, { patterns: query.getAll('pattern'), page: query.get('page') });
  return result.success ? result.output : null;
}
