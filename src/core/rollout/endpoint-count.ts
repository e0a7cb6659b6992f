/** `1 endpoint`, `2 endpoints` */
export function endpointCount(count: number): string {
  return count === 1 ? '1 endpoint' : `${count} endpoints`;
}
