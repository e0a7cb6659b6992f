function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** `10:32:11` in local time; `at` in ms since the epoch. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `10:32:11.482` in local time; `at` in ms since the epoch. */
export function preciseClockTime(at: number): string {
  return `${clockTime(at)}.${String(Math.floor(at) % 1000).padStart(3, '0')}`;
}

/** `38 ms`, `1.2 s` */
export function durationText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
