import type { Exchange } from '../exchange/types';
import { judgeCookiesRoute } from './cookies-route';
import { Decision } from './decision';
import { judgeHeaderRoute } from './header-route';
import { judgedCall } from './judged-call';
import type { JudgedCall } from './judged-call';
import { knownConclusions } from './known-conclusions';
import { neverLinks } from './no-context';
import { pageContext } from './page-context';
import { reason } from './reason';
import type { ReasonCode } from './reason';
import { failsElsewhereOnly, unseenHere } from './refused-elsewhere';
import { judgeToday } from './today';
import type { Conclusion, PageFacts, Route, Step, Verdict } from './types';

const judges: Readonly<Record<Route, (call: JudgedCall, decision: Decision) => Conclusion>> = {
  today: judgeToday,
  cookies: judgeCookiesRoute,
  header: judgeHeaderRoute,
};

/** What a route means for an exchange: outcome, reasons with their evidence, and the steps of the decision. */
export function judge(exchange: Exchange, route: Route, page: PageFacts): Verdict {
  const steps: Step[] = [];
  const never = neverLinks(exchange);
  const conclusion =
    never === null
      ? concludeOn(route, judgedCall(exchange, page), steps)
      : concludeNever(never, new Decision(steps));
  return { ...conclusion, steps };
}

/** All three routes at once, at less cost than one by one. Their steps are worked out when somebody looks at them. */
export function judgeRoutes(exchange: Exchange, page: PageFacts): Readonly<Record<Route, Verdict>> {
  const { today, cookies, header } = conclusions(exchange, page);
  return {
    today: new ListedVerdict(today, exchange, 'today', page),
    cookies: new ListedVerdict(cookies, exchange, 'cookies', page),
    header: new ListedVerdict(header, exchange, 'header', page),
  };
}

/** All three routes without any steps: for judging many calls, of which hardly any is looked at closely. */
export function conclusions(exchange: Exchange, page: PageFacts): Readonly<Record<Route, Conclusion>> {
  const never = neverLinks(exchange);
  if (never !== null) {
    const conclusion = concludeNever(never, new Decision(null));
    return { today: conclusion, cookies: conclusion, header: conclusion };
  }
  return knownConclusions(exchange, pageContext(page), (taggings) => {
    const call = judgedCall(exchange, page, taggings);
    return {
      today: concludeOn('today', call, null),
      cookies: concludeOn('cookies', call, null),
      header: concludeOn('header', call, null),
    };
  });
}

/** @param steps takes the rules that were looked at; `null`: they are not wanted */
function concludeOn(route: Route, call: JudgedCall, steps: Step[] | null): Conclusion {
  const conclusion = judges[route](call, new Decision(steps));
  if (conclusion.reasons[0]?.code !== 'call-fails' || !failsElsewhereOnly(call)) return conclusion;
  steps?.splice(0);
  return unseenHere(new Decision(steps));
}

function concludeNever(code: ReasonCode, decision: Decision): Conclusion {
  decision.fail('The request can carry the context of a user action', reason(code));
  return decision.verdict('cannot', code);
}

/** One of many verdicts: nearly all of them are counted and listed, and their steps never looked at. */
class ListedVerdict implements Verdict {
  readonly outcome: Verdict['outcome'];
  readonly reasons: Verdict['reasons'];
  readonly addsPreflight: boolean;
  readonly adds: Verdict['adds'];
  // not for whoever writes the verdict out
  readonly #exchange: Exchange;
  readonly #route: Route;
  readonly #page: PageFacts;

  constructor(conclusion: Conclusion, exchange: Exchange, route: Route, page: PageFacts) {
    this.outcome = conclusion.outcome;
    this.reasons = conclusion.reasons;
    this.addsPreflight = conclusion.addsPreflight;
    this.adds = conclusion.adds;
    this.#exchange = exchange;
    this.#route = route;
    this.#page = page;
  }

  get steps(): readonly Step[] {
    return judge(this.#exchange, this.#route, this.#page).steps;
  }
}
