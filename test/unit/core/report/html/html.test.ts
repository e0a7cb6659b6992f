import { describe, expect, test } from 'vitest';
import { Html, html } from '../../../../../src/core/report/html/html';

describe('html', () => {
  test('escapes every value, in text and in attributes', () => {
    const value = `<b a="1" c='2'>&amp;`;
    expect(html`<p title="${value}">${value}</p>`.toString()).toBe(
      '<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;</p>',
    );
  });

  test('puts markup, lists and numbers in; null is nothing', () => {
    expect(
      html`<ul>
        ${[html`<li>${1}</li>`, html`<li>${'<'}</li>`]}${null}
      </ul>`
        .toString()
        .replace(/\n\s*/g, ''),
    ).toBe('<ul><li>1</li><li>&lt;</li></ul>');
  });

  test('shows what would not be seen, but keeps the lines of preformatted text', () => {
    expect(html`<pre>${'a\nb\u202e\u0000'}</pre>`.toString()).toBe(
      '<pre>a\nb&lt;U+202E&gt;&lt;U+0000&gt;</pre>',
    );
  });

  test('an object that looks like markup is not', () => {
    const fake = { markup: '<script>', toString: () => '<script>' } as unknown as string;
    expect(html`${fake}`.toString()).toBe('&lt;script&gt;');
  });

  test('a style sheet cannot end its element', () => {
    expect(() => Html.styleSheet('</style><script>')).toThrow();
  });
});
