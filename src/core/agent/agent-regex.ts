import { decodeEscapes, encodeEscapes, survivesEscapes } from './escapes';
import type { AgentRegex } from './profile';

/** The engine's message for a pattern that does not compile, as the agent compiles it (flag `i`); `null`: it does. */
export function regexError(pattern: string, flags: 'i' | '' = 'i'): string | null {
  try {
    // V8 refuses a pattern that is too large only when it is first run.
    RegExp(pattern, flags).test('');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A regex as it stands in `data-dtconfig`; `null`: empty, the feature is off. */
export function agentRegexFromConfig(raw: string | undefined): AgentRegex | null {
  if (raw === undefined || raw === '') return null;
  const pattern = decodeEscapes(raw);
  return { raw, pattern, error: regexError(pattern) };
}

/**
 * A regex that is known by its pattern only (typed in, or read from the running agent). Its `raw` is the pattern encoded
 * for the configuration; a pattern that no configuration can carry stands for itself.
 */
export function agentRegexFromPattern(pattern: string): AgentRegex | null {
  if (pattern === '') return null;
  return { raw: storedForm(pattern), pattern, error: regexError(pattern) };
}

/** A regex of the New RUM Experience: JSON knows no escapes. */
export function agentRegexFromJson(pattern: string): AgentRegex | null {
  return pattern === '' ? null : { raw: pattern, pattern, error: regexError(pattern) };
}

/** How a pattern would stand in `data-dtconfig`; the pattern itself where none of its encodings is decoded to it again. */
export function storedForm(pattern: string): string {
  return survivesEscapes(pattern) ? encodeEscapes(pattern) : pattern;
}
