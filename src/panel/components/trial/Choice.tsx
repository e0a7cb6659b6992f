import { useId } from 'preact/hooks';

export interface ChoiceOption<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly meaning: string;
}

interface ChoiceProps<Id extends string> {
  readonly legend: string;
  readonly options: readonly ChoiceOption<Id>[];
  readonly chosen: Id;
  onChoose(id: Id): void;
}

/** One of a few, each with what it means. */
export function Choice<Id extends string>({ legend, options, chosen, onChoose }: ChoiceProps<Id>) {
  const name = useId();
  return (
    <fieldset class="trial-choice">
      <legend>{legend}</legend>
      {options.map(({ id, title, meaning }) => (
        <label key={id} class="trial-option">
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <strong>{title}</strong> <span class="subtle">{meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
