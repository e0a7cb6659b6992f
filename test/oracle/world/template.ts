/** What an answer may depend on: a real server knows it from the request, the prediction from the model. */
export interface TemplateFacts {
  /** Origin header; empty: there was none. */
  readonly origin: string;
  /** Access-Control-Request-Headers, without spaces. */
  readonly names: string;
  /** Access-Control-Request-Method. */
  readonly method: string;
  /** Origin of the calling document. */
  readonly page: string;
  /** URL of the next hop. */
  readonly next: string;
}

const placeholders: Readonly<Record<string, (facts: TemplateFacts) => string>> = {
  origin: ({ origin }) => origin,
  ORIGIN: ({ origin }) => origin.toUpperCase(),
  names: ({ names }) => names,
  NAMES: ({ names }) => names.toUpperCase(),
  'names:rest': ({ names }) => names.split(',').slice(1).join(', '),
  'names:spaced': ({ names }) => names.split(',').join(' ,\t'),
  method: ({ method }) => method,
  page: ({ page }) => page,
  next: ({ next }) => next,
  'next:user': ({ next }) => next.replace('://', '://user:password@'),
  'next:relative': ({ next }) => next.replace(/^https?:/, ''),
};

/** Fills the placeholders in braces of a header value; anything else in braces stays. */
export function fillTemplate(template: string, facts: TemplateFacts): string {
  return template.replace(/\{([\w:]+)\}/g, (text, name: string) => placeholders[name]?.(facts) ?? text);
}
