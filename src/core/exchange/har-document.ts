import { agentSourcesFromHtml } from '../agent/sources-from-html';
import type { ScriptElement } from '../agent/types';
import type { HarEntry } from './har';

/** Whether an entry is a page's or a frame's document. */
export function isDocument(entry: HarEntry): boolean {
  const type = entry._resourceType;
  if (typeof type === 'string') return type === 'document';
  return /^text\/html\b/i.test(entry.response?.content?.mimeType ?? '');
}

/** Source text of a document; `null`: no document, or its text was not recorded. */
export function documentHtml(entry: HarEntry): string | null {
  const content = entry.response?.content;
  if (typeof content?.text !== 'string' || !isDocument(entry)) return null;
  return content.encoding === 'base64' ? decodeBase64(content.text) : content.text;
}

/** A document's source cut down to the agent's script elements: what is kept of a body. */
export function agentScriptsOnly(html: string): string {
  return (agentSourcesFromHtml(html).scripts ?? []).map(scriptSource).join('\n');
}

function scriptSource({ attributes, text }: ScriptElement): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<script${written.join('')}>${text ?? ''}</script>`;
}

function decodeBase64(text: string): string | null {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  } catch {
    // Not base64 after all: a document that cannot be read tells nothing of the agent.
    return null;
  }
}
