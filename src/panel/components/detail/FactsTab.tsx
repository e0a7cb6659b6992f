import type { Exchange } from '../../../core';
import type { HookStore } from '../../store/hook/types';
import type { TierState } from '../../store/types';
import { exchangeFacts, exchangeTimes, type FactLine } from './exchange-facts';
import { hookFacts, hookNote } from './hook-facts';
import { LongText } from './LongText';
import './tables.css';

interface FactsTabProps {
  readonly exchange: Exchange;
  /** `null`: not asked for. */
  readonly tier: TierState | null;
  /** `null`: there is no page that could be hooked. */
  readonly hook: HookStore | null;
}

/** Every field with where it comes from. */
export function FactsTab({ exchange, tier, hook }: FactsTabProps) {
  return (
    <>
      {hook !== null && <p class="detail-note">{hookNote(exchange, hook.state.value)}</p>}
      <FactTable title="Facts" lines={exchangeFacts(exchange, tier)} />
      {exchange.hook !== undefined && (
        <FactTable title="As the script made it" lines={hookFacts(exchange.hook)} />
      )}
      <FactTable title="Timing" lines={exchangeTimes(exchange)} />
    </>
  );
}

function FactTable({ title, lines }: { title: string; lines: readonly FactLine[] }) {
  return (
    <table class="facts">
      <caption>{title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">Value</th>
          <th scope="col">Known from</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, value, source }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value === null ? <em>not known</em> : <LongText text={value} />}</td>
            <td class="subtle">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
