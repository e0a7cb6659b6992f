import { largestEntry, type Sight } from './sight';

const mostProblems = 20;
/** Of a URL that is too long, what tells it from others that begin at the same time. */
const lastCharacters = 32;

/** What could not be read or recorded, in sentences for the user. */
export interface RecorderProblems {
  all(): readonly string[];
  report(problem: string): void;
  /** Says a problem, or takes back what was said. */
  tellWhether(problem: string, holds: boolean): void;
  /** A request that is larger than what is recorded of one; it may come more than once. */
  noteTooLarge(sight: Sight): void;
  forget(): void;
  /** The log in which they are missing was cleared. */
  forgetTooLarge(): void;
}

/** @param onChange the sentences are others now */
export function createRecorderProblems(onChange: () => void): RecorderProblems {
  const problems = new Set<string>();
  /** What tells the requests apart that were too large. */
  const tooLarge = new Set<string>();

  const report = (problem: string): void => {
    if (problems.has(problem) || problems.size >= mostProblems) return;
    problems.add(problem);
    onChange();
  };

  return {
    all: () => [...problems, ...tooLargeProblem(tooLarge.size)],
    report,
    tellWhether: (problem, holds) => {
      if (holds) report(problem);
      else if (problems.delete(problem)) onChange();
    },
    noteTooLarge: ({ startedDateTime, request: { url } }) => {
      const before = tooLarge.size;
      tooLarge.add(`${startedDateTime} ${url.length} ${url.slice(-lastCharacters)}`);
      if (tooLarge.size > before) onChange();
    },
    forget: () => problems.clear(),
    forgetTooLarge: () => tooLarge.clear(),
  };
}

function tooLargeProblem(count: number): readonly string[] {
  if (count === 0) return [];
  const which = count === 1 ? 'A request is' : `${count.toLocaleString('en-US')} requests are`;
  return [
    `${which} not shown: URL and headers of one have more than ${largestEntry.toLocaleString('en-US')} characters.`,
  ];
}
