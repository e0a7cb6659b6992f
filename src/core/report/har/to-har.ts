import { EntryLedger } from '../../exchange/entry-ledger';
import type { HarEntry, HarPage } from '../../exchange/har';
import { identityOf } from '../../exchange/read-entry';
import type { JudgedExchange } from '../judged-exchange';
import { createReportVerdicts } from '../report-verdicts';
import { redactAgent, redactVerdicts } from '../redact';
import { toolVersion } from '../tool-version';
import { completeEntry, raw, redacted } from './complete-entry';
import type { Wording } from './complete-entry';
import type { CrosslinkSession } from './crosslink-session';
import { entriesOf } from './exchange-entries';
import type { EntryNote, HarFile, HarFileEntry, HarFilePage } from './har-file';

/** What is exported. */
export interface HarSource {
  readonly judged: Iterable<JudgedExchange>;
  readonly session: CrosslinkSession;
  /**
   * The session's entries as they were recorded or read, documents and scripts included; left out: entries are made from
   * the calls.
   */
  readonly entries?: readonly HarEntry[] | undefined;
  readonly pages?: readonly HarPage[] | undefined;
}

export interface HarOptions {
  /** Default true: no cookies, authorization, tokens, `x-dtc` values. */
  readonly redact?: boolean | undefined;
}

/** The session as HAR 1.2, with the verdicts in `_crosslink` fields. Reading it again gives the same verdicts. */
export function toHar(source: HarSource, { redact = true }: HarOptions = {}): HarFile {
  const wording = redact ? redacted : raw;
  const judged = [...source.judged];
  const reported = createReportVerdicts();
  const noteOf = ({ exchange: { id, trial }, verdicts: judgedVerdicts }: JudgedExchange): EntryNote => {
    const verdicts = reported(judgedVerdicts);
    return { id, verdicts: redact ? redactVerdicts(verdicts) : verdicts, ...(trial && { trial }) };
  };
  const entries =
    source.entries === undefined
      ? judged.flatMap((each) => entriesOfCall(each, noteOf(each), wording))
      : recordedEntries(
          source.entries,
          new Map(judged.map((each) => [each.exchange.id, noteOf(each)])),
          wording,
        );
  const { session } = source;
  return {
    log: {
      version: '1.2',
      creator: { name: 'Crosslink', version: toolVersion },
      pages: pagesOf(source.pages ?? pagesOfCalls(judged), wording),
      entries: entries.toSorted((a, b) => Date.parse(a.startedDateTime) - Date.parse(b.startedDateTime)),
      _crosslink: {
        formatVersion: 1,
        ...session,
        pageUrl: session.pageUrl === null ? null : wording.url(session.pageUrl),
        agent: session.agent !== null && redact ? redactAgent(session.agent) : session.agent,
      },
    },
  };
}

function entriesOfCall({ exchange }: JudgedExchange, note: EntryNote, wording: Wording): HarFileEntry[] {
  return entriesOf(exchange).map(({ entry, begins }) => ({
    ...completeEntry(entry, wording),
    ...(begins && { _crosslink: note }),
  }));
}

/** An entry belongs to the exchange that has its identity; the n-th of equal entries to the n-th such exchange. */
function recordedEntries(
  entries: readonly HarEntry[],
  notes: ReadonlyMap<string, EntryNote>,
  wording: Wording,
): HarFileEntry[] {
  const ledger = new EntryLedger();
  return entries.flatMap((entry) => {
    const identity = identityOf(entry);
    if (identity === null) return [];
    const id = ledger.enter(identity);
    const note = notes.get(id);
    return { ...completeEntry(entry, wording), ...(note && { _crosslink: note }) };
  });
}

function pagesOf(pages: readonly HarPage[], wording: Wording): HarFilePage[] {
  return pages.map(({ id, title, startedDateTime }) => ({
    id: id ?? '',
    title: wording.url(title ?? ''),
    startedDateTime: startedDateTime ?? new Date(0).toISOString(),
    pageTimings: {},
  }));
}

function pagesOfCalls(judged: readonly JudgedExchange[]): HarPage[] {
  const pages = new Map<string, HarPage>();
  for (const { exchange } of judged) {
    const { pageref, pageUrl, startedAt } = exchange;
    if (pageref === null || pages.has(pageref)) continue;
    pages.set(pageref, {
      id: pageref,
      title: pageUrl ?? exchange.documentUrl ?? '',
      startedDateTime: new Date(startedAt).toISOString(),
    });
  }
  return [...pages.values()];
}
