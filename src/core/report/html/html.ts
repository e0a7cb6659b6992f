import { visibleLines } from '../visible-text';

/** Markup that this module made: the only way to it is the template, which escapes whatever it is given. */
export class Html {
  private constructor(private readonly markup: string) {}

  /** `html\`<p>${text}</p>\``: values are escaped, markup and lists of it are put in as they are, `null` is nothing. */
  static template(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    let markup = '';
    for (const [index, literal] of literals.entries()) {
      markup += literal;
      if (index < values.length) markup += markupOf(values[index] ?? null);
    }
    return new Html(markup);
  }

  /** A style sheet of ours, literally; a text that could end its element is refused. */
  static styleSheet(css: string): Html {
    if (css.includes('<')) throw new Error('a style sheet without markup is needed');
    return new Html(`<style>${css}</style>`);
  }

  toString(): string {
    return this.markup;
  }
}

export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

export const html: (literals: TemplateStringsArray, ...values: readonly HtmlValue[]) => Html = Html.template;

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return (value as readonly HtmlValue[]).map(markupOf).join('');
  return escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attribute values alike; line feeds and tabs stay, for preformatted text. */
function escaped(text: string): string {
  return visibleLines(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
