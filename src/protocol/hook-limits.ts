/** Longest texts and lists that the page hook reports; it cuts what is longer, and the border refuses it. */
export const hookLimits = {
  url: 8_192,
  name: 200,
  value: 4_200,
  headers: 60,
  /** Calls in one message. */
  calls: 200,
} as const;
