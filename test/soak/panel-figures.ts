import type { ChromiumDriver } from '../browser/chromium/chromium-driver';

/** What the panel's status bar says. */
export interface PanelFigures {
  readonly calls: number;
  /** Entries that it says had to go. */
  readonly dropped: number;
  readonly problems: string;
}

export async function readFigures(driver: ChromiumDriver): Promise<PanelFigures> {
  const [shown, bar, problems] = await driver.panelEval(() =>
    ['.status-bar [role=status]', '.status-bar', '.status-bar .problems'].map(
      (css) => document.querySelector(css)?.textContent ?? '',
    ),
  );
  return {
    calls: numberIn(shown, /([\d,]+) calls?$/),
    dropped: numberIn(bar, /([\d,]+) older entr/),
    problems: problems ?? '',
  };
}

function numberIn(text: string | undefined, pattern: RegExp): number {
  return Number(pattern.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

/** The figures when the panel says as many calls as wanted, or when it has said the same for a while (ms). */
export async function settledFigures(
  driver: ChromiumDriver,
  isRight: (figures: PanelFigures) => boolean | Promise<boolean>,
  patience = 20_000,
): Promise<PanelFigures> {
  let last = await readFigures(driver);
  let since = Date.now();
  while (!(await isRight(last)) && Date.now() - since < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = await readFigures(driver);
    if (now.calls !== last.calls || now.dropped !== last.dropped) since = Date.now();
    last = now;
  }
  return last;
}
