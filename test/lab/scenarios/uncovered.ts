import type { ReasonCode } from '../../../src/core';

/** Reasons that the network log of a lab page cannot show, and why. */
export const uncoveredReasons: Readonly<Partial<Record<ReasonCode, string>>> = {};
