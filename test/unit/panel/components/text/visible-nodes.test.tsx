import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import '../../../../../src/panel/components/text/visible-nodes';

const override = '\u202e';

describe('whatever is rendered', () => {
  afterEach(cleanup);

  it('shows deceptive characters as their code, in text and in what is read aloud', () => {
    const Part = ({ text }: { text: string }) => <>{text}</>;
    const list = [`b${override}`, <i key="i">{`c${override}`}</i>];
    const { container } = render(
      <p title={`t${override}`} aria-label={`l${override}`} data-url={`u${override}`}>
        {`a${override}`}
        {list}
        <Part text={`d${override}\u0000`} />
        <input placeholder={`p${override}`} value={`v${override}`} />
      </p>,
    );
    const paragraph = container.querySelector('p')!;
    const input = container.querySelector('input')!;
    expect(paragraph.textContent).toBe('a<U+202E>b<U+202E>c<U+202E>d<U+202E><U+0000>');
    expect(paragraph.title).toBe('t<U+202E>');
    expect(paragraph.getAttribute('aria-label')).toBe('l<U+202E>');
    expect(input.placeholder).toBe('p<U+202E>');
    // what the user edits, and what tests and scripts read
    expect(paragraph.dataset['url']).toBe(`u${override}`);
    expect(input.value).toBe(`v${override}`);
    // somebody’s own list is as it was
    expect(list[0]).toBe(`b${override}`);
  });

  it('keeps the lines of preformatted text', () => {
    const { container } = render(<pre>{'a\n\tb\r'}</pre>);
    expect(container.textContent).toBe('a\n\tb<U+000D>');
  });
});
