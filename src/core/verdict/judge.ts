import type { Exchange } from '../exchange/types';
import { judgeCookiesRoute } from './cookies-route';
import { startDecision } from './decision';
import { judgeHeaderRoute } from './header-route';
import { judgedCall } from './judged-call';
import type { JudgedCall } from './judged-call';
import { neverLinks } from './no-context';
import { reason } from './reason';
import { seenElsewhere } from './refused-elsewhere';
import { judgeToday } from './today';
import type { PageFacts, Route, Verdict } from './types';

const judges: Readonly<Record<Route, (call: JudgedCall) => Verdict>> = {
  today: judgeToday,
  cookies: judgeCookiesRoute,
  header: judgeHeaderRoute,
};

/** What a route means for an exchange: outcome, reasons with their evidence, and the steps of the decision. */
export function judge(exchange: Exchange, route: Route, page: PageFacts): Verdict {
  const never = neverVerdict(exchange);
  if (never) return never;
  const call = judgedCall(exchange, page);
  return seenElsewhere(call, judges[route](call));
}

/** All three routes at once, at less cost than one by one. */
export function judgeRoutes(exchange: Exchange, page: PageFacts): Readonly<Record<Route, Verdict>> {
  const never = neverVerdict(exchange);
  if (never) return { today: never, cookies: never, header: never };
  const call = judgedCall(exchange, page);
  return {
    today: seenElsewhere(call, judgeToday(call)),
    cookies: seenElsewhere(call, judgeCookiesRoute(call)),
    header: seenElsewhere(call, judgeHeaderRoute(call)),
  };
}

function neverVerdict(exchange: Exchange): Verdict | null {
  const code = neverLinks(exchange);
  if (code === null) return null;
  const decision = startDecision();
  decision.fail('The request can carry the context of a user action', reason(code));
  return decision.verdict('cannot', code);
}
