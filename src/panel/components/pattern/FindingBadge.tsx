import type { PatternStore } from '../../store/types';
import { plural } from '../text/plural';
import { SeverityIcon } from './FindingList';

/** How many findings of the gravest kind there are; opens the workbench. */
export function FindingBadge({ pattern }: { pattern: PatternStore }) {
  const findings = pattern.findings.value;
  const severity = (['error', 'warning', 'hint'] as const).find((each) =>
    findings.some((found) => found.severity === each),
  );
  if (severity === undefined) return null;
  const count = findings.filter((found) => found.severity === severity).length;
  return (
    <button
      type="button"
      class="finding-badge"
      data-severity={severity}
      title={findings.map(({ message }) => message).join('\n')}
      onClick={() => (pattern.isOpen.value = true)}
    >
      <SeverityIcon severity={severity} />
      {plural(count, severity)}
    </button>
  );
}
