import { useContext } from 'preact/hooks';
import type { Row } from '../../../store/types';
import { ChevronIcon } from '../../icons/control-icons';
import { PreflightIcon, ErrorIcon } from '../../icons/sign-icons';
import { EngineMark } from '../../engines/EngineMark';
import { PatternContext } from '../../pattern/pattern-context';
import { nameParts } from '../../text/name-parts';
import { TriedMark } from '../../trial/TriedMark';
import { EndpointTick } from './EndpointTick';
import { MarkedText } from './MarkedText';

interface NameProps {
  readonly method: string;
  readonly url: string;
  /** The row above shows this URL's host already. */
  readonly under?: string | null;
  /** What the pattern matches of the URL. */
  readonly range?: { readonly start: number; readonly end: number } | null;
}

function MethodAndUrl({ method, url, under = null, range = null }: NameProps) {
  const { host, head, tail, rest } = nameParts(url);
  const pathStart = url.length - head.length - tail.length - rest.length;
  const hostStart = pathStart - host.length;
  const hostShownAbove = under !== null && nameParts(under).host === host;
  return (
    <>
      <span class="method">{method}</span>
      <span class="name-text">
        {(head !== '' || !hostShownAbove) && (
          <span class="name-head">
            {!hostShownAbove && (
              <span class="name-host">
                <MarkedText text={host} offset={hostStart} range={range} />
              </span>
            )}
            <MarkedText text={head} offset={pathStart} range={range} />
          </span>
        )}
        <span class="name-tail">
          <MarkedText text={tail} offset={pathStart + head.length} range={range} />
        </span>
        {rest !== '' && (
          <span class="name-rest">
            <MarkedText text={rest} offset={pathStart + head.length + tail.length} range={range} />
          </span>
        )}
      </span>
    </>
  );
}

/** What the row is: method, host and path, cut in the middle where room is short. */
export function NameCell({ row, onToggle }: { row: Exclude<Row, { kind: 'navigation' }>; onToggle(): void }) {
  const range = useContext(PatternContext)?.matchInRow(row) ?? null;
  switch (row.kind) {
    case 'endpoint': {
      const { method, origin, path, count } = row.endpoint;
      return (
        <div
          role="gridcell"
          class="cell name-cell"
          data-depth={row.depth}
          title={`${method} ${origin}${path}`}
        >
          <span class="expander" onClick={(event) => (event.stopPropagation(), onToggle())}>
            <ChevronIcon open={row.expanded} />
          </span>
          <EndpointTick endpoint={row.endpoint.key} name={`${method} ${origin}${path}`} />
          <MethodAndUrl method={method} url={origin + path} range={range} />
          {count > 1 && (
            <span class="count">
              {count.toLocaleString('en-US')}
              <span class="visually-hidden"> calls</span>
            </span>
          )}
          <EngineMark id={row.endpoint.key} kind="endpoint" />
          <TriedMark row={row} />
        </div>
      );
    }
    case 'exchange': {
      const { method, url } = row.exchange;
      return (
        <div role="gridcell" class="cell name-cell" data-depth={row.depth} title={`${method} ${url}`}>
          {row.failed && <ErrorIcon />}
          <MethodAndUrl method={method} url={url} under={row.depth > 0 ? url : null} range={range} />
          <EngineMark id={row.exchange.id} kind="call" />
          <TriedMark row={row} />
          {row.matched && (
            <span class="matched-mark" title="The pattern matches this URL">
              .*<span class="visually-hidden"> matched by the pattern</span>
            </span>
          )}
        </div>
      );
    }
    case 'preflight': {
      const url = row.exchange.hops[row.hop]?.preflight?.url ?? row.exchange.url;
      return (
        <div
          role="gridcell"
          class="cell name-cell"
          data-depth={row.depth}
          title={`Preflight: OPTIONS ${url}`}
        >
          <PreflightIcon />
          <MethodAndUrl method="OPTIONS" url={url} under={row.exchange.url} />
        </div>
      );
    }
  }
}
