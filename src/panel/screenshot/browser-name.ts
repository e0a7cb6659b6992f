/** The browser's name and version, as its user-agent string tells them: `Chrome 140`. */
export function browserName(userAgent: string): string {
  const firefox = /Firefox\/([\d.]+)/.exec(userAgent)?.[1];
  if (firefox !== undefined) return `Firefox ${firefox}`;
  const edge = /Edg\/(\d+)/.exec(userAgent)?.[1];
  if (edge !== undefined) return `Edge ${edge}`;
  const chrome = /Chrome\/(\d+)/.exec(userAgent)?.[1];
  return chrome === undefined ? 'a browser that does not say its name' : `Chromium ${chrome}`;
}
