import * as v from 'valibot';
import type { ComparedReport } from './compare';
import { engineSchema, verdictsSchema } from './report-schema';

const compared = v.object({
  tool: v.object({ name: v.literal('Crosslink') }),
  formatVersion: v.literal(1),
  generatedAt: v.string(),
  page: v.object({ url: v.nullable(v.string()) }),
  engine: engineSchema,
  regex: v.object({ pattern: v.nullable(v.string()), source: v.picklist(['given', 'deployed', 'none']) }),
  endpoints: v.array(
    v.object({
      method: v.string(),
      origin: v.string(),
      path: v.string(),
      count: v.number(),
      verdicts: verdictsSchema,
    }),
  ),
});

export type ReadReport =
  { readonly ok: true; readonly report: ComparedReport } | { readonly ok: false; readonly what: string };

/** Reads a report of format version 1 as far as it is compared. */
export function readReport(value: unknown): ReadReport {
  const result = v.safeParse(compared, value);
  if (result.success) return { ok: true, report: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { ok: false, what: `${path === null ? 'the report' : path}: ${issue.message}` };
}
