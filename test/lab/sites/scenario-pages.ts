import { agentTag, escapeHtml } from '../agent-tag';
import { bundle } from '../bundle';
import { html, javascript, type LabRequest, type LabResponse } from '../exchange';
import { originOf } from '../hosts';
import { hopUrl, scenarios, variants } from '../scenarios';
import type { PageVariant, Scenario, VariantId } from '../scenarios';
import type { CallSpec } from '../scenario-page/call';

/** Names of the RUM cookies that a variant may have left behind, and the domains that it may have set them for. */
const rumCookies = ['dtCookie', 'rxVisitor', 'rxvt', 'dtSa', 'dtPC'];
const cookieDomains = [null, 'app.shop.test', 'shop.test'];

/** The pages on which scenarios run, in the shop's look; `null`: another page. */
export async function scenarioPages(request: LabRequest): Promise<LabResponse | null> {
  const [, kind, name = ''] = request.url.pathname.split('/');
  switch (kind) {
    case 'fresh':
      return isVariant(name) ? freshStart(name) : null;
    case 'scenario': {
      const scenario = scenarios.find(({ id }) => id === name);
      const variant = isVariant(name) ? name : scenario?.page;
      return variant === undefined ? null : html(scenarioPage(variant, scenario ?? null));
    }
    case 'scenario-frame':
      return isVariant(name) ? html(scenarioFrame(variants[name])) : null;
    case 'scenario.js':
      return javascript(await bundle('scenario'));
    case 'scenario-worker.js':
      return javascript(worker);
    case 'scenario-service-worker.js':
      return javascript(serviceWorker);
    default:
      return null;
  }
}

function isVariant(name: string): name is VariantId {
  return Object.hasOwn(variants, name);
}

/** Removes every RUM cookie (only https may remove Secure ones), then goes to the variant's page. */
function freshStart(variant: VariantId): LabResponse {
  const expired = rumCookies.flatMap((name) =>
    cookieDomains.map(
      (domain) =>
        [
          'Set-Cookie',
          `${name}=; Path=/; Max-Age=0${domain === null ? '' : `; Domain=${domain}`}; Secure`,
        ] as const,
    ),
  );
  const location = `${originOf('shop', variants[variant].scheme)}/scenario/${variant}`;
  return { status: 302, headers: [['Location', location], ['Cache-Control', 'no-store'], ...expired] };
}

function scenarioPage(variant: VariantId, chosen: Scenario | null): string {
  const page: PageVariant = variants[variant];
  const own = scenarios.filter((scenario) => scenario.page === variant);
  const listed = chosen ? [chosen] : own;
  const data = {
    chosen: chosen?.id ?? null,
    variant,
    serviceWorker: page.serviceWorker === true,
    calls: own.map(callSpec),
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(chosen?.title ?? page.title)} – Fernweh lab</title>
<link rel="icon" href="data:,">
<script type="application/json" id="scenarios">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>for (const [key, value] of Object.entries(${JSON.stringify(page.stored ?? {})})) localStorage.setItem(key, value);</script>
<script src="/scenario.js"></script>
${agentTag(page.agent)}
<link rel="stylesheet" href="/shop.css">
</head>
<body class="scenario">
<header class="masthead"><a class="brand" href="/">Fernweh</a><span class="tagline">lab · ${escapeHtml(page.title)}</span></header>
<main>
<ul class="scenarios">
${listed
  .map(
    (scenario) =>
      `<li><button type="button" data-scenario="${scenario.id}">Run</button> <b>${escapeHtml(scenario.title)}</b>` +
      ` <code>${escapeHtml(callSpec(scenario).url)}</code> <output></output></li>`,
  )
  .join('\n')}
</ul>
</main>
</body>
</html>`;
}

/** A frame has the runner and, on the page's own origin, the page's agent. */
function scenarioFrame(page: PageVariant): string {
  return `<!doctype html><meta charset="utf-8"><title>Frame</title><script src="/scenario.js"></script>${agentTag(page.agent)}`;
}

function callSpec(scenario: Scenario): CallSpec {
  const { spelling, literalUrl, ...request } = scenario.request;
  const url = literalUrl ?? hopUrl(scenario);
  return {
    ...request,
    id: scenario.id,
    url: spelling === 'scheme-relative' ? url.replace(/^https?:/, '') : url,
    frame: scenario.frame ?? null,
    moment: scenario.moment ?? 'action',
  };
}

const worker = `fetch(decodeURIComponent(location.search.slice(1))).then(
  async (answer) => {
    await answer.text();
    postMessage({ failed: false, status: answer.status });
  },
  () => postMessage({ failed: true, status: 0 }),
);`;

const serviceWorker = `addEventListener('install', () => skipWaiting());
addEventListener('message', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.endsWith('/from-worker')) event.respondWith(new Response('{}', { headers: { 'content-type': 'application/json' } }));
});`;
