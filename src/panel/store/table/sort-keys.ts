import { attention, type Outcome } from '../../../core';
import type { PreflightState, TierState } from './row';

export type Compare<T> = (a: T, b: T) => number;

export const preflightOrder: Readonly<Record<PreflightState, number>> = { seen: 0, added: 1, none: 2 };
export const tierOrder: Readonly<Record<TierState, number>> = { seen: 0, 'not-seen': 1 };
export const outcomeOrder = Object.fromEntries(
  attention.map((outcome, order) => [outcome, order]),
) as Readonly<Record<Outcome, number>>;

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
