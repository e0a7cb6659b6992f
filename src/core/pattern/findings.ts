/** Marked in the pattern: `error` = does not do what it says, `warning` = likely not meant, `hint` = could be simpler. */
export type FindingSeverity = 'error' | 'warning' | 'hint';

interface FindingText {
  readonly severity: FindingSeverity;
  /** What is wrong and what comes of it; the finding may add its own particulars. */
  readonly text: string;
}

/** Every finding that lint knows, with its text. */
export const findingTexts = {
  invalid: {
    severity: 'error',
    text: 'Not a valid regular expression. The agent says nothing and switches the feature off.',
  },
  'inline-flags': {
    severity: 'error',
    text: 'Inline flags such as (?i) are not known here. The agent ignores case anyway.',
  },
  'useless-delimiters': {
    severity: 'warning',
    text: 'Delimiters, quotes or blanks around the pattern are searched for in the URL, too.',
  },
  'encoded-value-pasted': {
    severity: 'error',
    text: 'This looks like a value copied from data-dtconfig. Its ^ escapes mean something else in a pattern.',
  },
  'mangled-start': {
    severity: 'error',
    text: 'The escapes of the agent’s configuration change this anchor: ^ and the letters after it are read as one escape.',
  },
  'escape-scheme-changes': {
    severity: 'error',
    text: 'The escapes of the agent’s configuration change this place: ^ and the letters after it are read as one escape.',
  },
  'over-broad': {
    severity: 'warning',
    text: 'Matches every URL, third parties included: their calls get the header and break where they do not allow it.',
  },
  'empty-alternative': {
    severity: 'warning',
    text: 'An alternative without content matches every URL.',
  },
  'matches-everything-seen': {
    severity: 'warning',
    text: 'Matches every URL seen so far, on several hosts.',
  },
  'matches-third-party': {
    severity: 'warning',
    text: 'Matches URLs of other sites. They break unless they allow the header.',
  },
  'matches-only-same-origin': {
    severity: 'warning',
    text: 'Matches only calls to the page’s own origin, which are linked by cookies without it.',
  },
  'unescaped-dot': {
    severity: 'warning',
    text: 'A dot stands for any character, so this matches other hosts, too. Write \\. for a dot.',
  },
  'depends-on-query-or-fragment': {
    severity: 'warning',
    text: 'Depends on the text after ? or #, which differs from call to call.',
  },
  'end-anchor-misses-query': {
    severity: 'warning',
    text: '$ is the end of the whole URL: URLs with a query or fragment are missed.',
  },
  'slow-on-seen-url': {
    severity: 'warning',
    text: 'Slow on a URL of this page. The agent runs the pattern inside the page, which stands still meanwhile.',
  },
  'too-slow': {
    severity: 'error',
    text: 'Too slow on the URLs of this page: the test had to be ended. The agent runs it synchronously in the page, which would stand still.',
  },
  'exponential-backtracking': {
    severity: 'error',
    text: 'Repetition inside repetition: time may double with every character of the URL, which freezes the page.',
  },
  'polynomial-backtracking': {
    severity: 'warning',
    text: 'Repetitions that can match the same text: time may grow faster than the URL’s length.',
  },
  'backtracking-undecided': {
    severity: 'hint',
    text: 'Too complicated to tell in time whether it could become slow.',
  },
  'case-irrelevant': {
    severity: 'hint',
    text: 'The agent ignores case, so one of a-z and A-Z is enough.',
  },
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof findingTexts;

/** What lint found at a place of a pattern. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Offsets in the pattern, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: PatternFix | null;
  /** The URLs that it is about, where it is about seen ones; at most ten. */
  readonly urls: readonly string[];
}

export interface PatternFix {
  readonly label: string;
  /** The whole new pattern. */
  readonly replacement: string;
}

interface Particulars {
  readonly detail?: string;
  readonly fix?: PatternFix | null;
  readonly urls?: readonly string[];
}

const urlsListed = 10;

/** A finding with its text from the catalogue; `detail` is added to it. */
export function finding(
  code: FindingCode,
  { start, end }: { readonly start: number; readonly end: number },
  { detail, fix = null, urls = [] }: Particulars = {},
): Finding {
  const { severity, text } = findingTexts[code];
  const message = detail === undefined ? text : `${text} ${detail}`;
  return { code, severity, start, end, message, fix, urls: urls.slice(0, urlsListed) };
}
