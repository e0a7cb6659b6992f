import type { Conclusion, Route } from '../verdict/types';
import type { ReportVerdict, ReportVerdicts } from './types';

type Conclusions = Readonly<Record<Route, Conclusion>>;

/** Makes of verdicts what a report says of them; of the same conclusion always the same object. */
export function createReportVerdicts(): (verdicts: Conclusions) => ReportVerdicts {
  const reported = onceEach(({ outcome, reasons, addsPreflight }: Conclusion): ReportVerdict => ({
    outcome,
    reasons,
    addsPreflight,
  }));
  return onceEach(({ today, cookies, header }: Conclusions) => ({
    today: reported(today),
    cookies: reported(cookies),
    header: reported(header),
  }));
}

function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const fresh = make(key);
    known.set(key, fresh);
    return fresh;
  };
}
