import browser from 'webextension-polyfill';
import { readAccessQuestion } from '../protocol/access-page';
import { patternLabel } from '../protocol/access-pattern';

/*
 * Opened in a tab where the panel itself cannot ask (Firefox): the browser wants a click in an extension page of its own.
 * What the panel learns of the answer is the grant itself.
 */
const question = readAccessQuestion(location.search);

element('close').addEventListener('click', () => void closeTab());

if (question === null) {
  element('ask').hidden = true;
  element('outcome').textContent = 'There is nothing to ask for. Open this page from the Crosslink panel.';
} else {
  const { page, patterns } = question;
  element('page').textContent = `The panel that inspects ${page} asks to read and change your data on:`;
  element('hosts').replaceChildren(
    ...patterns.map((pattern) => {
      const host = document.createElement('li');
      host.textContent = patternLabel(pattern);
      return host;
    }),
  );
  element('ask').addEventListener('click', () => void ask(patterns));
}

async function ask(patterns: readonly string[]): Promise<void> {
  const granted = await browser.permissions.request({ origins: [...patterns] });
  if (granted) return closeTab();
  element('outcome').textContent = 'No access was given. You can ask again, or close this page.';
}

async function closeTab(): Promise<void> {
  const { id } = await browser.tabs.getCurrent();
  if (id !== undefined) await browser.tabs.remove(id);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`access.html has no #${id}`);
  return found;
}
