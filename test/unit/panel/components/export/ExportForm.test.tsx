// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportForm } from '../../../../../src/panel/components/export/ExportForm';
import { fakeStore } from '../../../../browser/gallery/fake-store';
import { sampleCalls } from '../../../../browser/gallery/sample-calls';

let saved: Blob[] = [];
beforeEach(() => {
  saved = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:test';
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const show = () => render(<ExportForm session={fakeStore({ exchanges: sampleCalls })} />);

describe('ExportForm', () => {
  it('makes the file after it has said so, and then says what it is called', async () => {
    const { getByText, getByRole } = show();
    fireEvent.click(getByText('Save'));
    expect(getByRole('status').textContent).toBe('Making the file…');
    expect(getByText('Save').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(getByText('Save'));
    expect(saved).toHaveLength(0);
    await waitFor(() =>
      expect(getByRole('status').textContent).toMatch(/^Handed to the browser as crosslink-.*\.html\.$/),
    );
    expect(await saved[0]?.text()).toMatch(/^<!doctype html>/);
    expect(getByText('Save').getAttribute('aria-disabled')).toBe('false');
    expect(saved).toHaveLength(1);
  });

  it('warns of secrets as soon as they are asked for', () => {
    const { getByLabelText, queryByRole } = show();
    expect(queryByRole('alert')).toBeNull();
    fireEvent.click(getByLabelText(/^Raw, with secrets/));
    expect(queryByRole('alert')?.textContent).toContain('cookies and tokens as they were sent');
  });

  it('lists the hosts, the busiest first; a HAR holds all of them', () => {
    const { getByLabelText, getAllByRole } = show();
    const options = getAllByRole('option').map(({ textContent }) => textContent);
    expect(options[0]).toBe('all hosts');
    expect(options.length).toBeGreaterThan(2);
    fireEvent.click(getByLabelText(/^HAR with verdicts/));
    expect((getByLabelText('For') as HTMLSelectElement).disabled).toBe(true);
  });

  it('makes the part of one host', async () => {
    const { getByLabelText, getByText, getAllByRole } = show();
    const host = getAllByRole('option')[1]?.textContent ?? '';
    fireEvent.change(getByLabelText('For'), { target: { value: host } });
    fireEvent.click(getByText('Save'));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0]?.text()).toContain('For the owner of');
  });
});
