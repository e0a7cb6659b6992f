// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DropTarget } from '../../../../../src/panel/components/session/DropTarget';
import { ImportStatus } from '../../../../../src/panel/components/session/ImportStatus';
import { SessionBar } from '../../../../../src/panel/components/session/SessionBar';
import type {
  ImportedSession,
  ImportFailure,
  ImportProgress,
  Session,
} from '../../../../../src/panel/store/session/types';
import { fakeSessions } from '../../../../browser/gallery/fake-sessions';
import { fakeStore } from '../../../../browser/gallery/fake-store';

afterEach(cleanup);

const imported = (name: string): ImportedSession => ({ kind: 'imported', id: name, name }) as ImportedSession;

describe('ImportStatus', () => {
  it('shows how far a file is read, and cancels', () => {
    const reading = signal<ImportProgress | null>(null);
    const cancelImport = vi.fn();
    const sessions = { ...fakeSessions(fakeStore()), reading, cancelImport };
    const { getByRole, getByText, queryByRole } = render(<ImportStatus sessions={sessions} />);
    expect(queryByRole('progressbar')).toBeNull();
    reading.value = { name: 'a.har', size: 200 * 2 ** 20, bytes: 50 * 2 ** 20, entries: 1 };
    cleanup();
    render(<ImportStatus sessions={sessions} />);
    expect(getByRole('progressbar').getAttribute('value')).toBe(String(50 * 2 ** 20));
    expect(getByText('Reading a.har: 50.0 MB of 200.0 MB, 1 entry')).toBeTruthy();
    fireEvent.click(getByText('Cancel'));
    expect(cancelImport).toHaveBeenCalledOnce();
  });

  it('names each file that could not be read, what is wrong, and where', () => {
    const failures = signal<readonly ImportFailure[]>([
      {
        name: 'none.har',
        what: 'log.entries is missing',
        flaws: [{ index: -1, line: 3, column: 7, offset: 40, what: '“n” is not expected here' }],
      },
      { name: 'empty.har', what: 'the file is empty', flaws: [] },
    ]);
    const { getAllByRole } = render(<ImportStatus sessions={{ ...fakeSessions(fakeStore()), failures }} />);
    expect(getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'none.har: log.entries is missing (line 3, column 7: “n” is not expected here)',
      'empty.har: the file is empty',
    ]);
  });
});

describe('SessionBar', () => {
  it('is not there while there is but the live session', () => {
    const { container } = render(<SessionBar sessions={fakeSessions(fakeStore())} />);
    expect(container.innerHTML).toBe('');
  });

  it('tells the shown session, chooses another, and closes those of files only', () => {
    const live = fakeStore();
    const [a, b] = [imported('a.har'), imported('b.har')];
    const choose = vi.fn();
    const close = vi.fn();
    const sessions = {
      ...fakeSessions(live),
      imported: signal([a, b]),
      active: signal<Session | null>(b),
      choose,
      close,
    };
    const { getByText, getByLabelText, queryByLabelText } = render(<SessionBar sessions={sessions} />);
    const pressed = ['This page', 'a.har', 'b.har'].map((name) =>
      getByText(name).getAttribute('aria-pressed'),
    );
    expect(pressed).toEqual(['false', 'false', 'true']);
    // long names are cut
    expect(getByText('a.har').title).toBe('a.har');
    fireEvent.click(getByText('This page'));
    expect(choose).toHaveBeenCalledExactlyOnceWith(live);
    fireEvent.click(getByLabelText('Close a.har'));
    expect(close).toHaveBeenCalledExactlyOnceWith(a);
    expect(queryByLabelText('Close This page')).toBeNull();
  });
});

describe('DropTarget', () => {
  const drag = (type: string, types: readonly string[], files: readonly File[] = []): Event =>
    Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer: { types, files } });

  it('takes files, says that it would, and leaves everything else to the browser', () => {
    const onFiles = vi.fn();
    const { getByText, queryByText } = render(
      <DropTarget onFiles={onFiles}>
        <p>Inside</p>
      </DropTarget>,
    );
    const inside = getByText('Inside');
    const file = new File(['{}'], 'a.har');
    expect(fireEvent(inside, drag('dragover', ['text/plain']))).toBe(true);
    expect(queryByText(/^Drop to import/)).toBeNull();
    expect(fireEvent(inside, drag('dragover', ['Files']))).toBe(false);
    expect(queryByText(/^Drop to import/)).not.toBeNull();
    expect(fireEvent(inside, drag('drop', ['Files'], [file]))).toBe(false);
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
    expect(queryByText(/^Drop to import/)).toBeNull();
  });
});
