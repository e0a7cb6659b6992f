/** A sentence in which no header's name is broken at its hyphen. */
export function HeaderWords({ text }: { text: string }) {
  const [first, ...others] = text.split('x-dtc');
  return (
    <>
      {first}
      {others.map((part, index) => (
        <span key={index}>
          <span class="unbroken">x-dtc</span>
          {part}
        </span>
      ))}
    </>
  );
}
