/** What the process ends with; `--help` explains them. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, unreadable: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
