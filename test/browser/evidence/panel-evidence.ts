import { readdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PanelDriver } from '../driver';
import { waitUntil } from '../wait-until';

const formats = ['html', 'md', 'json', 'har'] as const;

export interface ExportSteps {
  readonly format: (typeof formats)[number];
  /** With secrets. */
  readonly raw?: boolean;
  /** Default: all hosts. */
  readonly host?: string;
}

/** Exports the session that is shown, as a user does; resolves with the path of the file that was saved. */
export async function exportFrom(
  driver: PanelDriver,
  folder: string,
  { format, raw = false, host }: ExportSteps,
): Promise<string> {
  await driver.click('[aria-label="Export"]');
  await driver.click(`.export-form .choice:nth-of-type(${formats.indexOf(format) + 1}) input`);
  if (raw) await driver.click('.export-form input[type="checkbox"]');
  if (host !== undefined) {
    await driver.panelEval((wanted) => {
      const list = document.querySelector<HTMLSelectElement>('.export-form select');
      if (list === null) throw new Error('no list of hosts');
      list.value = wanted;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, host);
  }
  await driver.click('.export-form [type="submit"]');
  const file = await savedFile(folder, `.${format}`);
  await driver.press('Escape');
  await driver.panelWait(() => document.querySelector('.export-form') === null);
  return file;
}

/** The file that was just saved into the folder, under a name of its own so that the next one is told from it. */
export async function savedFile(folder: string, extension: string): Promise<string> {
  const name = await waitUntil(`a file ${extension} was saved`, async () => {
    const names = await readdir(folder);
    // a browser writes into a second file; the first one is empty until then
    if (names.some((each) => /\.(?:part|crdownload)$/.test(each))) return undefined;
    const saved = names.find((each) => each.startsWith('crosslink') && each.endsWith(extension));
    return saved !== undefined && (await stat(join(folder, saved))).size > 0 ? saved : undefined;
  });
  savedFiles++;
  const kept = join(folder, `saved-${savedFiles}-${name}`);
  await rename(join(folder, name), kept);
  return kept;
}
let savedFiles = 0;

/** Imports files by the button's field; resolves when the last of them is shown with all its calls judged. */
export async function importFiles(driver: PanelDriver, paths: readonly string[]): Promise<void> {
  const before = await driver.panelEval(() => document.querySelectorAll('.session').length);
  await driver.chooseFiles('input[type="file"]', paths);
  await driver.panelWait(
    (count) => document.querySelectorAll('.session').length === count,
    before + paths.length,
  );
  await sessionIsShown(driver, basename(paths.at(-1) ?? ''));
}

/** Drops one file onto the panel, by events such as a drag from the desktop causes. */
export async function dropFile(driver: PanelDriver, name: string, text: string): Promise<void> {
  await driver.panelEval(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      const target = document.querySelector('main > *');
      for (const type of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}

/** The names in the bar of sessions, the shown one with a star. */
export async function sessionNames(driver: PanelDriver): Promise<string[]> {
  return driver.panelEval(() =>
    [...document.querySelectorAll('.session-button')].map(
      (button) => `${button.getAttribute('aria-pressed') === 'true' ? '*' : ''}${button.textContent}`,
    ),
  );
}

export async function chooseSession(driver: PanelDriver, name: string): Promise<void> {
  await driver.panelEval((wanted) => {
    const button = [...document.querySelectorAll<HTMLElement>('.session-button')].find(
      ({ textContent }) => textContent === wanted,
    );
    if (button === undefined) throw new Error(`no session ${wanted}`);
    button.click();
  }, name);
  await sessionIsShown(driver, name);
}

/** Resolves when the session is shown with all its calls judged. */
export async function sessionIsShown(driver: PanelDriver, name: string): Promise<void> {
  await driver.panelWait((wanted) => {
    const button = [...document.querySelectorAll('.session-button')].find(
      ({ textContent }) => textContent === wanted,
    );
    const isJudged = document.querySelector('.status-bar progress') === null;
    return (
      button?.getAttribute('aria-pressed') === 'true' &&
      isJudged &&
      document.querySelector('[role="row"][data-header]') !== null
    );
  }, name);
}
