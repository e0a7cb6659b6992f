import type { Exchange } from '../exchange/types';
import type { Conclusion, Route } from '../verdict/types';

/** An exchange and what the three routes mean for it. */
export interface JudgedExchange {
  readonly exchange: Exchange;
  readonly verdicts: Readonly<Record<Route, Conclusion>>;
}
