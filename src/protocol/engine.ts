/** Whether an extension address (`runtime.getURL('')`) is one of Firefox. */
export function isFirefox(extensionUrl: string): boolean {
  return extensionUrl.startsWith('moz-extension:');
}
