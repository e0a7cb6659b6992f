import { catalogue, type Exchange } from '../../../core';
import { OutcomeLabel } from '../outcome/OutcomeLabel';

/** A preflight on its own: it can never be linked, on any route. */
export function PreflightDecision({ exchange, hop }: { exchange: Exchange; hop: number }) {
  const { title, cause, source } = catalogue['preflight-never-links'];
  return (
    <>
      <header class="detail-title">
        <span class="method">OPTIONS</span>{' '}
        <span class="detail-url">{exchange.hops[hop]?.preflight?.url ?? exchange.url}</span>
      </header>
      <section class="route-decision" aria-labelledby="decision-preflight">
        <h2 id="decision-preflight" class="route-heading">
          <span>All routes</span>
          <OutcomeLabel outcome="cannot" badge />
        </h2>
        <p class="deciding">
          {title}. {cause}
        </p>
        <p class="reason-line subtle">
          <code>preflight-never-links</code> · {source}
        </p>
      </section>
    </>
  );
}
