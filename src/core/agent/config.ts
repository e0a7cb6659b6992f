/** `data-dtconfig` (or `dT_.cfg`) after splitting; one truth for raw and decoded values. */
export interface AgentConfig {
  /** As they stand in the configuration; the last of duplicate keys; a key without `=` is `"1"`. */
  readonly values: Readonly<Record<string, string>>;
  /** Regex-like values with the agent's `^` escapes decoded. */
  readonly decoded: Readonly<Record<string, string>>;
  /** Keys whose decoded regex does not compile: the agent drops them silently. */
  readonly invalid: readonly string[];
}
