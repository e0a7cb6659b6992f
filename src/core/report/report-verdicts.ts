import type { Conclusion, Route } from '../verdict/types';
import type { ReportVerdict, ReportVerdicts } from './types';

/** Makes of verdicts what a report says of them; of the same conclusion always the same object. */
export function createReportVerdicts(): (verdicts: Readonly<Record<Route, Conclusion>>) => ReportVerdicts {
  const known = new Map<Conclusion, ReportVerdict>();
  const reported = (conclusion: Conclusion): ReportVerdict => {
    const before = known.get(conclusion);
    if (before !== undefined) return before;
    const { outcome, reasons, addsPreflight } = conclusion;
    const fresh = { outcome, reasons, addsPreflight };
    known.set(conclusion, fresh);
    return fresh;
  };
  return ({ today, cookies, header }) => ({
    today: reported(today),
    cookies: reported(cookies),
    header: reported(header),
  });
}
