/** An object of an untrusted log, whatever it holds. */
export type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** `null`: no text, or an empty one. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** 0: no positive number. */
export const positive = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;

/** 0: no list. */
export const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
