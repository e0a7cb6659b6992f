import type { EnginesStore, JudgeFor } from '../../store/engines/types';
import { engineNames } from './engine-names';
import './engines.css';

const choices: readonly JudgeFor[] = ['own', 'chromium', 'firefox', 'standard'];

/** For which browser the verdicts are. */
export function EngineSwitch({ engines }: { engines: EnginesStore }) {
  const chosen = engines.judgeFor.value;
  return (
    <label class="engine-switch" title="Browsers do not agree in everything: for which one are the verdicts?">
      Judge for
      <select
        value={chosen}
        data-foreign={engines.judgedFor.value !== engines.own}
        onChange={(event) => {
          const next = choices.find((choice) => choice === event.currentTarget.value);
          if (next !== undefined) engines.judgeFor.value = next;
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 'own' ? `this browser (${engineNames[engines.own]})` : engineNames[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
