interface ConditionsProps {
  readonly conditions: readonly string[];
  /** Indices of the conditions that were confirmed. */
  readonly agreed: ReadonlySet<number>;
  onAgree(index: number, on: boolean): void;
}

/** To be confirmed one by one, once per site and headers. */
export function Conditions({ conditions, agreed, onAgree }: ConditionsProps) {
  return (
    <fieldset class="conditions">
      <legend>Confirm once for this site</legend>
      {conditions.map((condition, index) => (
        <label key={index} class="trial-option">
          <input
            type="checkbox"
            checked={agreed.has(index)}
            onChange={(event) => onAgree(index, event.currentTarget.checked)}
          />
          <span>{condition}</span>
        </label>
      ))}
      <p class="subtle">Remembered on this machine only.</p>
    </fieldset>
  );
}
