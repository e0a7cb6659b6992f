import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { htmlReport } from '../../../../../src/core/report/html/html-report';
import { style, styleHash } from '../../../../../src/core/report/html/style';
import { judgeHar } from '../../../../../src/core/report/judge-har';
import { hostileHar } from '../hostile-har';

const report = judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z' });
const page = htmlReport([{ name: null, report }]);

test('the policy allows the style as it is, and nothing else', () => {
  expect(styleHash).toBe(createHash('sha256').update(style).digest('base64'));
  expect(page).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;sha256-${styleHash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
  expect(page).toContain(`<style>${style}</style>`);
});

describe('read as a browser reads it', () => {
  const { document } = new Window();
  document.write(page);
  const elements = [...document.querySelectorAll('*')];

  test('has elements of our own making only, without scripts, handlers, addresses and inline styles', () => {
    const known = [
      'HTML',
      'HEAD',
      'META',
      'TITLE',
      'STYLE',
      'BODY',
      'MAIN',
      'SECTION',
      'H1',
      'H2',
      'H3',
      'P',
      'DL',
      'DT',
      'DD',
      'BDI',
      'TABLE',
      'THEAD',
      'TBODY',
      'TR',
      'TH',
      'TD',
      'ARTICLE',
      'SPAN',
      'CODE',
      'PRE',
      'STRONG',
      'DETAILS',
      'SUMMARY',
      'UL',
      'LI',
      'FOOTER',
    ];
    expect(
      [...new Set(elements.map(({ tagName }) => tagName))].filter((tag) => !known.includes(tag)),
    ).toEqual([]);
    const attributes = new Set(
      elements.flatMap((element) => [...element.attributes].map(({ name }) => name)),
    );
    expect([...attributes].sort()).toEqual([
      'charset',
      'class',
      'content',
      'http-equiv',
      'lang',
      'name',
      'scope',
    ]);
  });

  test('shows the hostile texts as text', () => {
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
    expect(document.querySelectorAll('script, img').length).toBe(0);
  });

  test('has its parts', () => {
    const headings = [...document.querySelectorAll('h1, h2')].map(({ textContent }) =>
      textContent?.replace(/ \(\d+\)$/, ''),
    );
    expect(headings.slice(1)).toEqual([
      'Summary',
      'Endpoints that need work',
      'Server configuration',
      'Endpoints that are ready',
      'Preflights',
      'Not observed',
    ]);
    expect(document.body.textContent).toContain('curl -sS');
  });
});

test('several reports make one page, each under its name', () => {
  const both = htmlReport([
    { name: 'a.har', report },
    { name: '<b>.har', report },
  ]);
  expect(both.match(/<section class="report">/g)?.length).toBe(2);
  expect(both).toContain('<bdi>&lt;b&gt;.har</bdi>');
});
