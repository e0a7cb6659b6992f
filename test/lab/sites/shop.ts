import { readFileSync } from 'node:fs';
import { agentTag, storedForm, type AgentSetup } from '../agent-tag';
import { bundle } from '../bundle';
import { html, javascript, json, stylesheet, type Site } from '../exchange';
import { agentFiles } from './agent-files';
import { products } from './products';
import { scenarioPages } from './scenario-pages';

/** What the shop's agent has deployed by default: the part of the API that is ready for `x-dtc`. */
const deployedPattern = '//api\\.shop\\.test/(catalog|stock)/';

/** The shop: pages, its own small endpoints, the agent's files, and the scenario pages in its look. */
export const shopSite: Site = async (request) => {
  const { pathname, searchParams } = request.url;
  if (pathname === '/' || pathname.startsWith('/products/')) return html(page(searchParams));
  switch (pathname) {
    case '/shop.js':
      return javascript(await bundle('shop'));
    case '/shop.css':
      return stylesheet(readFileSync(new URL('../shop/shop.css', import.meta.url), 'utf8'));
    case '/session':
      return json({ name: 'Ada', city: 'Innsbruck' }, [
        ['Server-Timing', 'dtSInfo;desc="0", dtRpid;desc="77"'],
      ]);
    case '/search': {
      const words = (searchParams.get('q') ?? '').toLowerCase();
      const hits = products.filter(({ name, kind, claim }) =>
        `${name} ${kind} ${claim}`.toLowerCase().includes(words),
      );
      return json(hits.map(({ id }) => id));
    }
    default:
      return (await agentFiles(request)) ?? (await scenarioPages(request));
  }
};

function page(query: URLSearchParams): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Fernweh – gear for long ways</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
${agentTag(agentOf(query))}
<link rel="stylesheet" href="/shop.css">
<script src="/shop.js" defer></script>
</head>
<body></body>
</html>`;
}

/** The page's agent as its query asks: `?agent=none`, `?agent=async&delay=800`, `?agent=both&inclusions=…`, `?chw=…&modules=…&coo=1&domain=…`. */
export function agentOf(query: URLSearchParams): AgentSetup {
  const kind = query.get('agent') ?? 'sync';
  if (kind === 'none' || kind === 'appmon') return { kind };
  const config: Record<string, string> = { chw: storedForm(query.get('chw') ?? deployedPattern) };
  for (const key of ['xhb', 'xb']) {
    const pattern = query.get(key);
    if (pattern !== null) config[key] = storedForm(pattern);
  }
  for (const key of ['coo', 'domain', 'cssm', 'ssc', 'postfix', 'dpch', 'ign']) {
    const value = query.get(key);
    if (value !== null) config[key] = value;
  }
  const modules = query.get('modules');
  if (modules !== null) config['featureHash'] = `ICA${modules}`;
  const delay = query.get('delay');
  const newRum = {
    kind: 'new-rum',
    inclusions: query.get('inclusions') ?? '',
    exclusions: query.get('exclusions') ?? '',
  } as const;
  if (kind === 'new-rum') return newRum;
  if (kind === 'both') return { kind, classic: { kind: 'classic', config }, newRum };
  return {
    kind: 'classic',
    load: kind === 'async' || kind === 'defer' ? kind : 'sync',
    version: query.get('version') ?? undefined,
    delayMs: delay === null ? undefined : Number(delay),
    config,
  };
}
