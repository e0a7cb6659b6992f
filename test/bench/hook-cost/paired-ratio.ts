/** What something costs beside something else that was measured by turns with it. */
export interface PairedRatio {
  readonly ratio: number;
  /** Of the page loads, all but the lowest and the highest lie in here. */
  readonly low: number;
  readonly high: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Of each turn the ratio, of each page load the median of its turns, and of the page loads the median: chance falls on turns, and
 * luck, as with memory and compilers, on page loads. With nine loads the true median lies between low and high in 96 of 100 runs
 * (binomial distribution).
 */
export function pairedRatio(
  own: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
): PairedRatio {
  const loads = own
    .map((turns, load) => median(turns.map((cost, turn) => cost / (other[load]?.[turn] ?? Number.NaN))))
    .toSorted((a, b) => a - b);
  return { ratio: median(loads), low: loads.at(1) ?? Number.NaN, high: loads.at(-2) ?? Number.NaN };
}
