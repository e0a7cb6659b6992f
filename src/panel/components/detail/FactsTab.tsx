import type { Exchange } from '../../../core';
import type { TierState } from '../../store/types';
import { exchangeFacts, exchangeTimes, type FactLine } from './exchange-facts';
import { LongText } from './LongText';
import './tables.css';

/** Every field with where it comes from. */
export function FactsTab({ exchange, tier }: { exchange: Exchange; tier: TierState | null }) {
  return (
    <>
      <FactTable title="Facts" lines={exchangeFacts(exchange, tier)} />
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
