const format = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** A price as the shop writes it. */
export function euro(amount: number): string {
  return format.format(amount);
}
