import type { Outcome, Route } from '../../../core';

/** Heading of a route wherever one is shown. */
export const routeTitles: Readonly<Record<Route, string>> = {
  today: 'Today',
  cookies: 'Cookies',
  header: 'Header',
};

/** What a route stands for, for tooltips and help. */
export const routeMeanings: Readonly<Record<Route, string>> = {
  today: 'As page and agent behave now',
  cookies: 'Made credentialed, so that the RUM cookies go along',
  header: 'The agent adds x-dtc, or the New RUM Experience traceparent and tracestate',
};

/** What an outcome means, in one line; never more certain than the panel can be. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  links: 'would link to its trace',
  breaks: 'would make a working call fail',
  unlinked: 'carries no context; server, agent or page could change that',
  cannot: 'can never link on this route',
  unknown: 'not decided: nobody has asked the server, or it was not seen',
};
