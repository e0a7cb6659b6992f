/**
 * Whether a host is this machine by its name or address; browsers count it as secure without https
 * (Secure Contexts, is origin potentially trustworthy).
 * @param host as in a URL: IPv6 in brackets
 */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
