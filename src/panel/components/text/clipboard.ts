/**
 * Puts text on the clipboard. A devtools panel's frame is not granted `clipboard-write`, so the copy command is used:
 * it needs no permission, only the user's click or key. Tells whether the browser obeyed.
 */
export function copyText(text: string, target: Document = document): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  target.addEventListener('copy', put, { capture: true });
  const obeyed = target.execCommand('copy');
  target.removeEventListener('copy', put, { capture: true });
  return obeyed;
}
