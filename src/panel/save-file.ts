import { parseUrl } from '../core';

/** Saves a file through the browser's own download: no permission, no question but where the user set one. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // the download holds the content by now, once its task has run
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `crosslink-app.shop.test-2026-01-31-1405.html`: host of the page, local time. */
export function fileName(pageUrl: string | null, at: Date, extension: string): string {
  const host = pageUrl === null ? '' : (parseUrl(pageUrl)?.hostname ?? '');
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const parts = ['crosslink', host, date, two(at.getHours()) + two(at.getMinutes())];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}
