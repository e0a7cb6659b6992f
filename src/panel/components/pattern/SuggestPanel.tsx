import { useSignal } from '@preact/signals';
import { suggestionWarnings } from '../../../core';
import type { MadeSuggestion, PatternStore } from '../../store/pattern/types';
import { WarningIcon } from '../icons/sign-icons';
import { plural } from '../text/plural';
import { PatternLayer } from './PatternLayer';
import { patternPieces } from './pattern-pieces';

/** Makes a pattern from endpoints that are ticked in the table. */
export function SuggestPanel({ pattern }: { pattern: PatternStore }) {
  const { suggest } = pattern;
  const ticked = suggest.ticked.value.size;
  const foundNone = useSignal(false);
  const isExcluding = pattern.purpose.value === 'exclusions';
  const tickAll = (): void => {
    if (isExcluding) suggest.tickAllThatWouldBreak();
    else suggest.tickAllThatWouldLink();
    foundNone.value = suggest.ticked.peek().size === 0;
  };
  const made = suggest.suggestion.value;
  return (
    <section class="suggest" aria-label="Suggest a pattern">
      <div class="suggest-line">
        <span>{ticked === 0 ? 'Tick endpoints in the table.' : `${plural(ticked, 'endpoint')} ticked.`}</span>
        <button type="button" class="text-button" onClick={tickAll}>
          {isExcluding ? 'Tick all that would break' : 'Tick all that would link'}
        </button>
        {ticked > 0 && (
          <button type="button" class="text-button" onClick={suggest.clear}>
            Untick all
          </button>
        )}
        <button type="button" class="text-button" onClick={suggest.close}>
          Close
        </button>
        <span role="status" class="subtle">
          {suggest.isWorking.value && 'Looking for the shortest pattern…'}
          {foundNone.value &&
            ticked === 0 &&
            `None ${isExcluding ? 'would break' : 'would link'} as far as is known: probe those that are unknown.`}
        </span>
      </div>
      {made !== null && <SuggestionView made={made} pattern={pattern} />}
    </section>
  );
}

function SuggestionView({ made, pattern }: { made: MadeSuggestion; pattern: PatternStore }) {
  return (
    <div class="suggestion-made">
      {made.pattern !== '' && (
        <div class="suggest-line">
          <span class="suggested-pattern" data-pattern={made.pattern}>
            <span class="visually-hidden">{made.pattern}</span>
            <PatternLayer pieces={patternPieces(made.pattern, [])} />
          </span>
          <button
            type="button"
            class="text-button filled"
            onClick={() => {
              pattern.drafts.add(made.pattern);
              pattern.suggest.close();
            }}
          >
            Use as draft
          </button>
        </div>
      )}
      {made.parts.length > 0 && (
        <dl class="suggestion-parts">
          {made.parts.map(({ text, start, explanation }) => (
            <div key={start}>
              <dt>
                <code>{text}</code>
              </dt>
              <dd>{explanation}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul class="suggestion-notes">
        {made.warnings.map((warning) => (
          <li key={warning}>
            <WarningIcon />
            {suggestionWarnings[warning]}
          </li>
        ))}
        {made.notSeparated.map(({ url, why }) => (
          <li key={url}>
            <WarningIcon />
            <span>
              Not matched: <code>{url}</code> {why}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
