import { useSignal } from '@preact/signals';
import { classicSet, headerNames } from '../../../core';
import type { Exchange, HeaderSet, ReasonCode, Route, Verdict } from '../../../core';
import { curlOf } from '../../../core/report/curl';
import { probeHeaders } from '../../../core/probe/probe-headers';
import type { ProbeStore, ProbeRecord } from '../../store/probe/types';
import { HeaderSection } from '../detail/HeaderSection';
import { RouteDecision } from '../detail/RouteDecision';
import { CopyIcon } from '../icons/control-icons';
import { copyText } from '../text/clipboard';
import { clockTime } from '../text/clock-time';
import { probeWords } from './probe-words';
import './probe.css';

interface ProbeTabProps {
  /** The call that the endpoint is asked about. */
  readonly exchange: Exchange;
  readonly probe: ProbeStore;
  readonly verdicts: Readonly<Record<Route, Verdict>>;
}

/** Asks the endpoint about the agent's headers: what is sent, what was answered, what follows from it. */
export function ProbeTab({ exchange, probe, verdicts }: ProbeTabProps) {
  const record = probe.recordOf(exchange);
  const adds = verdicts.header.adds ?? classicSet;
  if (record === null) {
    return (
      <p class="detail-note">
        There is nothing to ask: {headerNames(adds)} {adds.length === 1 ? 'causes' : 'cause'} no preflight
        here, because the call stays on its origin or was made with <code>no-cors</code>.
      </p>
    );
  }
  return (
    <>
      <h2 class="visually-hidden">Preflight with {headerNames(adds)}</h2>
      <div class="probe-bar">
        <ProbeButton record={record} onProbe={() => probe.probeCall(exchange)} onCancel={probe.cancel} />
        <CurlButton exchange={exchange} adds={adds} shell="bash" />
        <CurlButton exchange={exchange} adds={adds} shell="powershell" />
      </div>
      <p class="detail-note" role="status">
        {record.running ? 'Asking…' : statusText(record, adds)}
      </p>
      <RequestAndAnswer record={record} />
      {record.result !== null &&
        toldRoutes(verdicts).map((route) => (
          <RouteDecision key={route} route={route} verdict={verdicts[route]} call={exchange.id} />
        ))}
    </>
  );
}

/** The header route, which was asked about, and the others of whose verdicts the answer tells. */
function toldRoutes(verdicts: ProbeTabProps['verdicts']): readonly Route[] {
  const told = (route: Route): boolean => verdicts[route].reasons.some(({ code }) => fromProbe.has(code));
  return ['header', ...(['cookies', 'today'] as const).filter(told)];
}

const fromProbe: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['probed', 'preflight-refused-with-x-dtc']);

function statusText({ result, at }: ProbeRecord, adds: HeaderSet): string {
  if (result === null) {
    return `Not asked yet. A probe sends this one OPTIONS, without cookies, as the browser would before a call with ${headerNames(adds)}; the page does not notice.`;
  }
  return `${at === null ? '' : `${clockTime(at)}: `}${probeWords(result)}`;
}

interface ProbeButtonProps {
  readonly record: ProbeRecord;
  onProbe(): void;
  onCancel(): void;
}

function ProbeButton({ record, onProbe, onCancel }: ProbeButtonProps) {
  if (record.running) {
    return (
      <button type="button" class="text-button" onClick={onCancel}>
        Cancel
      </button>
    );
  }
  return (
    <button type="button" class="text-button filled" onClick={onProbe}>
      {record.result === null ? 'Probe' : 'Probe again'}
    </button>
  );
}

const shellNames = { bash: 'curl', powershell: 'curl for PowerShell' } as const;

interface CurlButtonProps {
  readonly exchange: Exchange;
  readonly adds: HeaderSet;
  readonly shell: 'bash' | 'powershell';
}

function CurlButton({ exchange, adds, shell }: CurlButtonProps) {
  const copied = useSignal<'' | 'Copied' | 'Could not copy'>('');
  const name = shellNames[shell];
  return (
    <>
      <button
        type="button"
        class="text-button with-icon"
        aria-label={`Copy as ${name}`}
        onClick={() => {
          const line = curlOf(exchange, { shell, what: 'preflight', adds });
          copied.value = copyText(line) ? 'Copied' : 'Could not copy';
        }}
      >
        <CopyIcon />
        {name}
      </button>
      <span class="subtle" role="status">
        {copied.value}
      </span>
    </>
  );
}

/** What is, or was, sent; and what came back. */
function RequestAndAnswer({ record: { request, result } }: { record: ProbeRecord }) {
  const sent = result !== null && 'sent' in result ? result.sent : null;
  return (
    <>
      <HeaderSection
        title={sent === null ? 'Would be sent' : 'Sent'}
        first={`OPTIONS ${(sent?.request ?? request).url}`}
        headers={sent?.headers ?? probeHeaders(request)}
      />
      {result?.kind === 'answered' && (
        <HeaderSection
          title="Answer"
          first={`Status ${result.response.status}`}
          headers={result.response.headers}
        />
      )}
    </>
  );
}
