import { originOf } from '../site/origin';

/** Whether an https page is kept from calling this URL; loopback addresses count as secure (Mixed Content, section 4.4). */
export function isMixedContent(pageOrigin: string, url: string): boolean {
  const page = originOf(pageOrigin);
  const target = originOf(url);
  return page?.scheme === 'https' && target?.scheme === 'http' && !isLoopback(target.host);
}

/** Secure Contexts, is origin potentially trustworthy. */
function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
