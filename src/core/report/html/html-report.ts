import { routes } from '../../verdict/types';
import type { Outcome } from '../../verdict/types';
import { groupEndpoints, hostFixes } from '../endpoint-groups';
import type { DocumentOptions } from '../markdown';
import { redactReport } from '../redact';
import { answerOf, headFacts, ownerNote, preflightFacts } from '../report-facts';
import type { Report } from '../types';
import { cannotTable, leftOutTable, readyTable, serverArticle, workArticle } from './endpoint-sections';
import { Html, html } from './html';
import { style, styleHash } from './style';

/** A report of several, with the name of what it is about (a file, a host); `null`: there is but one. */
export interface NamedReport {
  readonly name: string | null;
  readonly report: Report;
}

const outcomes = ['links', 'breaks', 'unlinked', 'cannot', 'unknown'] as const satisfies readonly Outcome[];

/** No script, no address, no file from anywhere: nothing that a hostile page wrote could do anything. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** One self-contained page; it prints to A4 and follows the reader's dark or light scheme. */
export function htmlReport(reports: readonly NamedReport[], { redact = true }: DocumentOptions = {}): string {
  const sections = reports.map(({ name, report }) =>
    reportSection(name, shownReport(report, redact), redact),
  );
  const [first] = reports;
  const title = first === undefined ? 'Crosslink' : `Crosslink: ${answerOf(first.report)}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${Html.styleSheet(style)}
      </head>
      <body>
        <main>${sections}</main>
        <footer>
          “Would link” is as far as a browser can tell: whether a trace was linked is known to the Dynatrace
          backend only.
        </footer>
      </body>
    </html> `;
  return page.toString();
}

/** A document names endpoints, not single calls. */
function shownReport(full: Report, redact: boolean): Report {
  const document = { ...full, exchanges: [] };
  return redact ? redactReport(document) : document;
}

function reportSection(name: string | null, report: Report, redact: boolean): Html {
  const { work, leftOut, ready, cannot } = groupEndpoints(report);
  const fixes = hostFixes(work);
  return html`<section class="report">
    <h1>${answerOf(report)}</h1>
    ${ownerParagraph(report)} ${name === null ? null : html`<p><bdi>${name}</bdi></p>`}
    <dl>
      ${headFacts(report).map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
    </dl>
    ${summaryTable(report)}
    ${
      work.length === 0
        ? null
        : html`<h2>Endpoints that need work (${work.length})</h2>
            ${work.map((endpoint) => workArticle(endpoint, redact))}`
    }
    ${
      fixes.length === 0
        ? null
        : html`<h2>Server configuration</h2>
            ${fixes.map(serverArticle)}`
    }
    ${
      leftOut.length === 0
        ? null
        : html`<h2>Endpoints that the pattern leaves out (${leftOut.length})</h2>
            ${leftOutTable(leftOut)}`
    }
    ${
      ready.length === 0
        ? null
        : html`<h2>Endpoints that are ready (${ready.length})</h2>
            ${readyTable(ready)}`
    }
    ${
      cannot.length === 0
        ? null
        : html`<h2>Endpoints that cannot link (${cannot.length})</h2>
            ${cannotTable(cannot)}`
    }
    <h2>Preflights</h2>
    <ul>
      ${preflightFacts(report).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    ${notObserved(report)}
  </section>`;
}

function ownerParagraph(report: Report): Html | null {
  const note = ownerNote(report);
  return note === null
    ? null
    : html`<p class="owner">
        <strong>For the owner of <bdi class="url">${report.host ?? ''}</bdi>.</strong> <bdi>${note}</bdi>
      </p>`;
}

function summaryTable({ summary }: Report): Html {
  return html`<h2>Summary</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Route</th>
          ${outcomes.map((outcome) => html`<th scope="col" class="number">${outcome}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${routes.map(
          (route) =>
            html`<tr>
              <th scope="row">${route}</th>
              ${outcomes.map((outcome) => html`<td class="number ${summary[route][outcome] > 0 ? outcome : 'cannot'}">${summary[route][outcome]}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function notObserved({ notObserved: gaps, problems }: Report): Html | null {
  if (gaps.length === 0 && problems.length === 0) return null;
  return html`<h2>Not observed</h2>
    <ul>
      ${gaps.map(({ text }) => html`<li>${text}</li>`)}${problems.map(({ index, what }) => html`<li>Entry ${index}: <bdi>${what}</bdi></li>`)}
    </ul>`;
}
