interface MarkedTextProps {
  readonly text: string;
  /** Where the text begins in what `range` counts in. */
  readonly offset: number;
  readonly range: { readonly start: number; readonly end: number } | null;
}

/** Text of which a part is marked as matched by the pattern. */
export function MarkedText({ text, offset, range }: MarkedTextProps) {
  const start = Math.max(0, (range?.start ?? 0) - offset);
  const end = Math.min(text.length, (range?.end ?? 0) - offset);
  if (start >= end) return <>{text}</>;
  return (
    <>
      {text.slice(0, start)}
      <mark class="pattern-mark">{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}
