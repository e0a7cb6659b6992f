import { expect, it } from 'vitest';
import { agentSourcesFromHtml } from '../../../../src/core/agent/sources-from-html';

const found = (html: string) => agentSourcesFromHtml(html).scripts ?? [];
const agent = '/ruxitagentjs_ICA7x_10329260206100503.js';

it.each([
  [
    'double quotes',
    `<script src="${agent}" data-dtconfig="a=1|b=2"></script>`,
    { src: agent, 'data-dtconfig': 'a=1|b=2' },
  ],
  [
    'single quotes',
    `<script src='${agent}' data-dtconfig='a="1"'></script>`,
    { src: agent, 'data-dtconfig': 'a="1"' },
  ],
  ['no quotes', `<script src=${agent} async></script>`, { src: agent, async: '' }],
  ['capitals and line breaks', `<SCRIPT\n  SRC = "${agent}"\n  Async\n></SCRIPT>`, { src: agent, async: '' }],
  [
    'entities',
    `<script data-dtconfig="md=a[name=&#39;x&#x27;]&amp;&quot;&lt;"></script>`,
    { 'data-dtconfig': `md=a[name='x']&"<` },
  ],
  ['> inside a value', `<script data-dtconfig="md=a>b"></script>`, { 'data-dtconfig': 'md=a>b' }],
  ['the first of repeated attributes', `<script src="${agent}" src="/x.js"></script>`, { src: agent }],
  [
    'after a comment',
    `<!-- <script data-dtconfig="no"></script> --><script data-dtconfig="yes"></script>`,
    { 'data-dtconfig': 'yes' },
  ],
  ['after an empty comment', `<!--><script data-dtconfig="yes"></script>`, { 'data-dtconfig': 'yes' }],
  [
    'after text that looks like one',
    `<textarea><script data-dtconfig="no"></textarea><script data-dtconfig="yes"></script>`,
    { 'data-dtconfig': 'yes' },
  ],
  [
    'after a string in a script',
    `<script>var a='<script data-dtconfig="no">'</script><script data-dtconfig="yes"></script>`,
    { 'data-dtconfig': 'yes' },
  ],
  ['after a < in text', `a < b <3 <script data-dtconfig="yes"></script>`, { 'data-dtconfig': 'yes' }],
  ['never closed', `<script data-dtconfig="yes">`, { 'data-dtconfig': 'yes' }],
])('%s', (_what, html, attributes) => {
  expect(found(html).map((script) => script.attributes)).toEqual([attributes]);
});

it('keeps inline code', () => {
  const [script] = found('<head><script>window.dT_={cfg:"app=a|chw=b"}</script>');
  expect(script).toEqual({ src: null, attributes: {}, text: 'window.dT_={cfg:"app=a|chw=b"}' });
});

it.each([
  '',
  '<script src="/app.js"></script>',
  '<!-- <script data-dtconfig="x">',
  '<script',
  '<noscript><script data-dtconfig="x"></script></noscript>',
])('nothing in %s', (html) => {
  expect(found(html)).toEqual([]);
});

it.each(['<script ', '<!--', '<a b="', '<script>dT_cfg:"', '<style>', "<x y='", '<a   '])(
  'long input made of %s comes to an end: a quadratic reader would not in minutes',
  (piece) => {
    expect(agentSourcesFromHtml(piece.repeat(200_000)).scripts ?? []).toEqual([]);
  },
);
