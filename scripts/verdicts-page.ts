import { catalogue } from '../src/core/verdict/catalogue';
import { agentReasons } from '../src/core/verdict/catalogue/agent';
import { callReasons } from '../src/core/verdict/catalogue/call';
import { corsReasons } from '../src/core/verdict/catalogue/cors';
import { routeReasons } from '../src/core/verdict/catalogue/route';
import { siteReasons } from '../src/core/verdict/catalogue/site';
import { taggingReasons } from '../src/core/verdict/catalogue/tagging';
import { traceContextReasons } from '../src/core/verdict/catalogue/trace-context';
import type { ReasonText } from '../src/core/verdict/catalogue';

const sections: readonly [title: string, reasons: Readonly<Record<string, ReasonText>>][] = [
  ['What decides a route', routeReasons],
  ['The call itself', callReasons],
  ['CORS and preflights', corsReasons],
  ['Sites and cookies', siteReasons],
  ['The RUM agent', agentReasons],
  ['What the agent does with a call', taggingReasons],
  ['W3C trace context', traceContextReasons],
];

const introduction = `# Verdicts and reasons

<!-- Generated from the catalogue in src/core/verdict/catalogue by \`npm run docs\`; do not edit. -->

A verdict has an **outcome** and **reasons**. The outcomes:

| outcome | meaning |
| --- | --- |
| \`links\` | the request carries the RUM context to an endpoint that accepts it, so it would link |
| \`breaks\` | the route would make a call fail that works today |
| \`unlinked\` | the request carries no context; a change of server, agent or page could mend that |
| \`cannot\` | nothing on server or agent can make this route link it |
| \`unknown\` | nobody has asked the server yet, or a fact is missing; the reason says which |

The routes: \`today\` (as page and agent behave now), \`cookies\` (the call made credentialed), \`header\` (the agent adds \`x-dtc\`, the New RUM Experience \`traceparent\` and \`tracestate\`).
`;

/** `docs/verdicts.md`, whole. */
export function verdictsPage(): string {
  const count = Object.keys(catalogue).length;
  const parts = sections.map(
    ([title, reasons]) => `## ${title}\n\n${Object.entries(reasons).map(entry).join('\n')}`,
  );
  return `${introduction}\nThe ${count} reasons, by what they are about:\n\n${parts.join('\n')}`;
}

function entry([code, text]: [string, ReasonText]): string {
  const fix = text.fix === null ? '' : `- **Fix:** ${text.fix}\n`;
  return `### \`${code}\`\n\n**${text.title}.** ${text.cause}\n\n${fix}- **Source:** ${text.source}\n`;
}
