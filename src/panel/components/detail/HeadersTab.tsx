import type { Exchange, ExchangeHop } from '../../../core';
import { HeaderSection } from './HeaderSection';
import './tables.css';

/** The headers on the wire, hop by hop. */
export function HeadersTab({ exchange }: { exchange: Exchange }) {
  return (
    <>
      {exchange.hops.map((hop, index) => (
        <HopHeaders
          key={index}
          hop={hop}
          heading={exchange.hops.length > 1 ? `Hop ${index + 1}: ${hop.url}` : null}
        />
      ))}
      {!exchange.cookiesVisible && (
        <p class="detail-note">This log does not show cookies: they were left out on export.</p>
      )}
    </>
  );
}

function HopHeaders({ hop, heading }: { hop: ExchangeHop; heading: string | null }) {
  const { preflight, response } = hop;
  return (
    <div class="hop">
      <h2 class={heading === null ? 'visually-hidden' : 'hop-heading'}>{heading ?? 'Headers'}</h2>
      {preflight !== null && (
        <>
          <HeaderSection
            title="Preflight request"
            first={`OPTIONS ${preflight.url}`}
            headers={preflight.requestHeaders}
          />
          {preflight.response === null ? (
            <p class="detail-note">The preflight got no answer.</p>
          ) : (
            <HeaderSection
              title="Preflight response"
              first={`Status ${preflight.response.status}`}
              headers={preflight.response.headers}
            />
          )}
        </>
      )}
      <HeaderSection title="Request" first={`${hop.method} ${hop.url}`} headers={hop.requestHeaders} />
      {response === null ? (
        <p class="detail-note">No answer was seen.</p>
      ) : (
        <HeaderSection title="Response" first={`Status ${response.status}`} headers={response.headers} />
      )}
    </div>
  );
}
