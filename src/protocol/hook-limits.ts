/** Longest texts and lists that the page hook reports; it cuts what is longer, and the border refuses it. */
export const hookLimits = {
  url: 8_192,
  name: 200,
  value: 4_200,
  headers: 60,
  /** Calls in one message. */
  calls: 200,
  /** Calls of a document that wait at most to be told; what a flooding page makes beyond is counted, not kept. */
  waiting: 1_000,
} as const;

/** ms between two reports of a document. */
export const reportInterval = 100;
