import { isAgentScript } from './injection-form';
import { decodeEntities } from './html-entities';
import type { AgentSources, ScriptElement } from './types';

/**
 * The RUM agent's script elements in the source text of an HTML document, such as a HAR holds. Reads tags only; scripts that
 * were added later are not in it.
 */
export function agentSourcesFromHtml(html: string): AgentSources {
  return { scripts: scriptElements(html).filter(isAgentScript) };
}

/** Elements whose content is text up to their end tag (HTML, tokenization), where a script tag is none. */
const rawText: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'noembed',
  'noscript',
  'noframes',
  'xmp',
]);

/** Every script element in document order. One pass over the text: hostile input takes no longer than long input. */
function scriptElements(html: string): ScriptElement[] {
  const found: ScriptElement[] = [];
  const startTag = /<(?:!--|([a-zA-Z][^\s/>]*))/g;
  for (let match = startTag.exec(html); match !== null; match = startTag.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) {
      const end = commentEnd(html, startTag.lastIndex);
      if (end === -1) break;
      startTag.lastIndex = end;
      continue;
    }
    const { attributes, end } = readAttributes(html, startTag.lastIndex, name === 'script');
    startTag.lastIndex = end;
    if (!rawText.has(name)) continue;
    const close = closingTag(html, name, end);
    if (name === 'script') found.push(scriptElement(attributes, html.slice(end, close ?? html.length)));
    if (close === null) break;
    startTag.lastIndex = close;
  }
  return found;
}

function scriptElement(attributes: Record<string, string>, text: string): ScriptElement {
  const src = attributes['src'] ?? null;
  return src === null ? { src, attributes, text } : { src, attributes };
}

/** Index after `-->` or `--!>`, -1: the document ends before it. `<!-->` and `<!--->` are whole comments. */
function commentEnd(html: string, from: number): number {
  const end = /--!?>/g;
  end.lastIndex = from - 2;
  return end.exec(html) === null ? -1 : end.lastIndex;
}

/** Index of the end tag of a raw-text element; `null`: the document ends before it. */
function closingTag(html: string, name: string, from: number): number | null {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? null;
}

const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;

/** Attributes up to the tag's `>`; of repeated names the first counts (HTML, tokenization). */
function readAttributes(
  html: string,
  from: number,
  keep: boolean,
): { attributes: Record<string, string>; end: number } {
  const attributes = new Map<string, string>();
  attribute.lastIndex = from;
  let end = from;
  for (let match = attribute.exec(html); match !== null; match = attribute.exec(html)) {
    end = attribute.lastIndex;
    const [, name = '', double, single, bare] = match;
    const key = name.toLowerCase();
    if (keep && !attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  const close = html.indexOf('>', end);
  return { attributes: Object.fromEntries(attributes), end: close === -1 ? html.length : close + 1 };
}
