import { useSignal } from '@preact/signals';
import type { Header } from '../../../core';
import { CopyIcon } from '../icons/control-icons';
import { copyText } from '../text/clipboard';
import { LongText } from './LongText';

interface HeaderSectionProps {
  readonly title: string;
  /** Request or status line above the fields. */
  readonly first: string;
  readonly headers: readonly Header[];
}

/** Header fields that bear on linking stand out. */
const decisive =
  /^(?:access-control-|x-dtc$|x-dtpc$|x-dtreferer$|traceparent$|tracestate$|origin$|cookie$|set-cookie$|server-timing$|vary$|x-oneagent|sec-fetch-)/i;

/** The fields of one message in the order on the wire, to be read or copied. */
export function HeaderSection({ title, first, headers }: HeaderSectionProps) {
  const copied = useSignal<'' | 'Copied' | 'Could not copy'>('');

  function copy() {
    const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
    copied.value = copyText(lines.join('\n')) ? 'Copied' : 'Could not copy';
  }

  return (
    <section class="header-section" aria-label={title}>
      <h3 class="header-heading">
        {title}
        <button
          type="button"
          class="icon-button"
          aria-label={`Copy ${title.toLowerCase()} headers`}
          title="Copy"
          onClick={copy}
        >
          <CopyIcon />
        </button>
        <span class="subtle" role="status">
          {copied.value}
        </span>
      </h3>
      <p class="first-line code">{first}</p>
      {headers.length === 0 ? (
        <p class="detail-note">No header was seen.</p>
      ) : (
        <dl class="headers">
          {headers.map(([name, value], index) => (
            <div key={index} class={decisive.test(name) ? 'header-line decisive' : 'header-line'}>
              <dt>{name}</dt>
              <dd>
                <LongText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
