import type { Finding } from '../../../core';
import type { PatternStore } from '../../store/types';
import { ErrorIcon, NoteIcon, WarningIcon } from '../icons/sign-icons';

const severityWords = { error: 'Error', warning: 'Warning', hint: 'Hint' } as const;

export function SeverityIcon({ severity }: { severity: Finding['severity'] }) {
  if (severity === 'error') return <ErrorIcon />;
  return severity === 'warning' ? <WarningIcon /> : <NoteIcon />;
}

/** What lint found, in the order of the places; each leads to its place and offers its fix. */
export function FindingList({ pattern }: { pattern: PatternStore }) {
  const findings = pattern.findings.value;
  if (findings.length === 0) {
    if (pattern.text.value === '') return null;
    return <p class="bench-note">Nothing speaks against this pattern so far.</p>;
  }
  return (
    <ul class="findings" aria-label="Findings">
      {grouped(findings).map(({ found, places }) => (
        <li
          key={`${found.code} ${found.start}`}
          class="finding"
          data-severity={found.severity}
          data-code={found.code}
        >
          <SeverityIcon severity={found.severity} />
          <span class="visually-hidden">{severityWords[found.severity]}: </span>
          <span class="finding-text">
            {found.message}
            {places > 1 && ` (${places} places)`}
            {found.urls.length > 0 && <FindingUrls urls={found.urls} />}
          </span>
          <span class="finding-actions">
            <button
              type="button"
              class="link-button"
              onClick={() => select(found)}
              title="Select it in the pattern"
            >
              Show
            </button>
            {found.fix !== null && <FixButton fix={found.fix} pattern={pattern} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is said several times in the same words and mended by one fix is said once, at its first place. */
function grouped(
  findings: readonly Finding[],
): readonly { readonly found: Finding; readonly places: number }[] {
  const groups = new Map<string, { found: Finding; places: number }>();
  for (const found of findings) {
    const key = `${found.code} ${found.message} ${found.fix?.replacement ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { found, places: 1 });
    else group.places += 1;
  }
  return [...groups.values()];
}

function FixButton({ fix, pattern }: { fix: NonNullable<Finding['fix']>; pattern: PatternStore }) {
  return (
    <button
      type="button"
      class="text-button"
      title={fix.replacement}
      onClick={() => pattern.replace(fix.replacement)}
    >
      {fix.label}
    </button>
  );
}

function FindingUrls({ urls }: { urls: readonly string[] }) {
  const [first, ...others] = urls;
  return (
    <code class="finding-url" title={urls.join('\n')}>
      {first}
      {others.length > 0 && ` and ${others.length} more`}
    </code>
  );
}

function select({ start, end }: Finding): void {
  const field = document.getElementById('pattern-text');
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(start, end);
}
