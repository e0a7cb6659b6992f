import { useSignal } from '@preact/signals';

/** Characters shown at first: a server may send a header of a megabyte. */
const firstCharacters = 1000;

/** A value from outside as code, however long it is. */
export function LongText({ text }: { text: string }) {
  const whole = useSignal(false);
  if (text === '') return <em>empty</em>;
  if (whole.value || text.length <= firstCharacters) return <code>{text}</code>;
  return (
    <>
      <code>{text.slice(0, firstCharacters)}…</code>{' '}
      <button type="button" class="link-button" onClick={() => (whole.value = true)}>
        Show all {text.length.toLocaleString('en-US')} characters
      </button>
    </>
  );
}
