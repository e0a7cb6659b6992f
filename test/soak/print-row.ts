export function printRow(what: string, value: string): void {
  console.log(`${what.padEnd(28)}  ${value}`);
}
