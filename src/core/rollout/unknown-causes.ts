import type { ReasonCode } from '../verdict/reason';
import { endpointCount } from './endpoint-count';

/** How many endpoints nothing is known of on a route, by the reason that decides. */
export type UnknownCauses = Readonly<Partial<Record<ReasonCode, number>>>;

interface Cause {
  readonly codes: readonly ReasonCode[];
  /** A clause; `which`: `2 endpoints`. */
  say(which: string): string;
}

/** What is missing, the one that a click mends first. */
const causes: readonly Cause[] = [
  {
    codes: ['preflight-not-seen', 'preflight-may-vary'],
    say: (which) => `nobody has asked ${which} about the agent’s headers`,
  },
  { codes: ['regex-too-slow'], say: (which) => `the pattern takes too long on ${which}` },
  {
    codes: ['regex-version-undecided', 'container-version-undecided'],
    say: (which) => `how this version of the agent treats ${which} is not known`,
  },
  {
    codes: ['regex-raw-url-unknown'],
    say: (which) => `the URL as the script passed it is not known for ${which}`,
  },
  {
    codes: ['capture-unknown', 'config-unreadable', 'opt-in-missing', 'agent-off'],
    say: (which) => `what is known of the agent does not tell for ${which}`,
  },
  { codes: ['response-not-seen'], say: (which) => `the answer of ${which} was not seen` },
];

/** What is missing to tell, in one sentence without its full stop. */
export function unknownText(unknown: UnknownCauses): string {
  const named = new Set(causes.flatMap(({ codes }) => codes));
  const count = (codes: readonly ReasonCode[]): number =>
    codes.reduce((sum, code) => sum + (unknown[code] ?? 0), 0);
  const others = count((Object.keys(unknown) as ReasonCode[]).filter((code) => !named.has(code)));
  return [
    ...causes.map(({ codes, say }) => ({ number: count(codes), say })),
    { number: others, say: (which: string) => `a fact is missing for ${which}` },
  ]
    .filter(({ number }) => number > 0)
    .map(({ number, say }) => say(endpointCount(number)))
    .join('; ');
}
