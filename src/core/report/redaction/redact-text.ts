import { redactAssignments } from './redact-assignments';
import { redactUrl } from './redact-url';
import { maskLookalikes } from './secret-shape';

const url = /(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"'<>]*[^\s"'<>,.;:!?)]/gi;

/**
 * Running text (a reason's sentence, a header of no special kind) without secrets: those in URLs, after a telling name
 * (`token=…`), after an authentication scheme, and those that show by their look.
 */
export function redactText(text: string): string {
  return maskLookalikes(redactAssignments(text.replace(url, (found) => redactUrl(found))));
}
