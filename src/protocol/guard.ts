/**
 * A schema small enough for scripts that run in other people's pages: whether untrusted data is what it should be, without a
 * word on why not.
 */
export type Guard<Value> = (value: unknown) => value is Value;

export type Guarded<Of> = Of extends Guard<infer Value> ? Value : never;

/** A string of this form, of at most so many characters. */
export function text(form: RegExp, longest: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longest && form.test(value);
}

export function oneOf<const Value extends string>(...allowed: readonly Value[]): Guard<Value> {
  return (value): value is Value => allowed.includes(value as Value);
}

export function nullable<Value>(guard: Guard<Value>): Guard<Value | null> {
  return (value): value is Value | null => value === null || guard(value);
}

export function listOf<Value>(guard: Guard<Value>, longest: number): Guard<readonly Value[]> {
  return (value): value is readonly Value[] =>
    Array.isArray(value) && value.length <= longest && value.every((each) => guard(each));
}

export function either<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> {
  return (value): value is One | Other => one(value) || other(value);
}

/** An object with exactly these members. */
export function shape<Guards extends Readonly<Record<string, Guard<unknown>>>>(
  guards: Guards,
): Guard<{ readonly [Name in keyof Guards]: Guarded<Guards[Name]> }> {
  const names = Object.keys(guards);
  return (value): value is { readonly [Name in keyof Guards]: Guarded<Guards[Name]> } =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === names.length &&
    names.every(
      (name) => Object.hasOwn(value, name) && guards[name]?.((value as Record<string, unknown>)[name]),
    );
}
