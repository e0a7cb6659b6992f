import { useContext } from 'preact/hooks';
import { isDeviation } from '../../../core';
import type { Row } from '../../store/types';
import { FlaskIcon } from '../icons/site-icons';
import { TrialContext } from './trial-context';

/** In a row: the trial altered its call, and what came of it. */
export function TriedMark({ row }: { row: Extract<Row, { kind: 'endpoint' | 'exchange' }> }) {
  const trial = useContext(TrialContext);
  const tried =
    row.kind === 'exchange' ? trial?.triedCall(row.exchange.id) : trial?.triedEndpoint(row.endpoint.key);
  if (tried === undefined || tried === null) return null;
  const differs = isDeviation(tried.difference);
  const title = `Tried: ${tried.outcome}${differs ? `, predicted: ${tried.predicted?.outcome ?? ''}` : ''}`;
  return (
    <span
      class="tried-mark"
      data-outcome={tried.outcome}
      data-tried={tried.outcome}
      data-differs={differs}
      title={title}
    >
      <FlaskIcon />
      <span class="tried-word">{tried.outcome}</span>
      {differs && '≠'}
      <span class="visually-hidden">{title}</span>
    </span>
  );
}
