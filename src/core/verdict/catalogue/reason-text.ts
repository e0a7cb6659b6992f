/** What the catalogue says of one code: the same text in panel, report and `docs/verdicts.md`. */
export interface ReasonText {
  /** What it is, imperative or plain, no full stop. */
  readonly title: string;
  /** What happened and why it decides, one or two sentences. */
  readonly cause: string;
  /** What to change; `null`: nothing needs to or can be changed. */
  readonly fix: string | null;
  /** The rule's source: spec section, agent version or docs page. */
  readonly source: string;
}
