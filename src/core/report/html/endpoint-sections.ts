import { routes } from '../../verdict/types';
import { catalogue } from '../../verdict/catalogue';
import { curlOfCall } from '../curl';
import { endpointWork, linkingRoutes } from '../endpoint-groups';
import type { HostFix } from '../endpoint-groups';
import { serverAnswerText } from '../server-answer';
import type { ReportEndpoint } from '../types';
import { html } from './html';
import type { Html } from './html';

/** An endpoint that needs work: verdicts, evidence, fix, the line that shows it, and the server's configuration. */
export function workArticle(endpoint: ReportEndpoint, redact: boolean): Html {
  const work = endpointWork(endpoint);
  const { verdicts, count } = endpoint;
  return html`<article>
    <h3>
      ${endpointName(endpoint)} <span class="cannot">${count === 1 ? '1 call' : `${count} calls`}</span>
    </h3>
    <table>
      <tbody>
        ${routes.map(
          (route) =>
            html`<tr>
              <th scope="row">${route}</th>
              <td class="outcome ${verdicts[route].outcome}">${verdicts[route].outcome}</td>
              <td><bdi>${verdicts[route].reasons[0]?.text ?? ''}</bdi></td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      work?.serverFirst
        ? html`<p class="fix"><strong>On the server:</strong> <bdi>${work.serverFirst.text}</bdi></p>
            ${evidence(work.serverFirst.evidence)}
            ${fixParagraph('Fix', catalogue[work.serverFirst.code].fix)}`
        : null
    }
    ${evidence(work?.reason.evidence)} ${fixParagraph(work?.serverFirst ? 'Then' : 'Fix', work?.fix ?? null)}
    ${
      work?.serverNeeds
        ? html`<p class="fix"><strong>Ask the server:</strong></p>
            <pre><bdi>${curlOfCall(endpoint.call, { shell: 'bash', redact })}</bdi></pre>`
        : null
    }
  </article>`;
}

/** What the owner of a host has to configure, for each common server. */
export function serverArticle({ host, origin, endpoints, servers }: HostFix): Html {
  return html`<article>
    <h3><bdi class="url">${host}</bdi></h3>
    <p>For pages of <bdi class="url">${origin}</bdi>:</p>
    <ul>
      ${endpoints.map((endpoint) => html`<li><bdi class="url">${endpoint}</bdi></li>`)}
    </ul>
    ${servers.map(
      ({ title, text }) =>
        html`<details>
          <summary>${title}</summary>
          <pre><bdi>${text}</bdi></pre>
        </details>`,
    )}
  </article>`;
}

function evidence(
  found: { subject: string; saw: string | null; needed: string | null } | undefined,
): Html | null {
  if (!found) return null;
  return html`<dl>
    <dt>${found.subject}</dt>
    <dd>${found.saw === null ? 'nothing' : html`<code><bdi>${found.saw}</bdi></code>`}</dd>
    ${
      found.needed === null
        ? null
        : html`<dt>needed</dt>
            <dd>
              <code><bdi>${found.needed}</bdi></code>
            </dd>`
    }
  </dl>`;
}

function fixParagraph(label: string, fix: string | null): Html | null {
  return fix === null ? null : html`<p class="fix"><strong>${label}:</strong> ${fix}</p>`;
}

export function leftOutTable(endpoints: readonly ReportEndpoint[]): Html {
  return endpointTable(endpoints, 'Server', serverAnswerText);
}

export function readyTable(endpoints: readonly ReportEndpoint[]): Html {
  return endpointTable(endpoints, 'Would link', (endpoint) => linkingRoutes(endpoint).join(', '));
}

export function cannotTable(endpoints: readonly ReportEndpoint[]): Html {
  return endpointTable(endpoints, 'Why', ({ verdicts }) => verdicts.header.reasons[0]?.text ?? '');
}

function endpointTable(
  endpoints: readonly ReportEndpoint[],
  heading: string,
  say: (endpoint: ReportEndpoint) => string,
): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Endpoint</th>
        <th scope="col" class="number">Calls</th>
        <th scope="col">${heading}</th>
      </tr>
    </thead>
    <tbody>
      ${endpoints.map(
        (endpoint) =>
          html`<tr>
            <td>${endpointName(endpoint)}</td>
            <td class="number">${endpoint.count}</td>
            <td><bdi>${say(endpoint)}</bdi></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function endpointName({ method, origin, path }: ReportEndpoint): Html {
  return html`<span class="method"><bdi>${method}</bdi></span> <bdi class="url">${origin}${path}</bdi>`;
}
