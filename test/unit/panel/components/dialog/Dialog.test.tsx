// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from '../../../../../src/panel/components/dialog/Dialog';

afterEach(cleanup);

test('keeps Escape from what listens at the document, as Chromium’s devtools do, while it is open; other keys go on', () => {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent): void => void heard.push(event.key);
  document.addEventListener('keydown', listen);
  const open = signal(true);
  const { getByText } = render(
    <Dialog name="Sheet" open={open} look="sheet" content={() => <button type="button">Inside</button>} />,
  );
  const inside = getByText('Inside');
  fireEvent.keyDown(inside, { key: 'Escape' });
  fireEvent.keyDown(document.body, { key: 'Escape' });
  fireEvent.keyDown(inside, { key: 'a' });
  cleanup();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  document.removeEventListener('keydown', listen);
  expect(heard).toEqual(['a', 'Escape']);
});
