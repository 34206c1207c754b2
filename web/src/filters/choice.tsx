interface ChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly change: (value: string | null) => void;
  /** Nothing can be chosen yet. */
  readonly disabled?: boolean;
  /** Said of a value from the address that is no option. */
  readonly strangeWords?: string;
}

/** One of several, or none, in words. A value from the address that is no option is shown as it is. */
export function Choice({ label, none, value, options, change, disabled = false, strangeWords = "not on this map" }: ChoiceProps) {
  const strange = value !== null && !options.some((option) => option.id === value);
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value ?? ""} disabled={disabled} onChange={(event) => change(event.target.value || null)}>
        <option value="">{none}</option>
        {strange && (
          <option value={value}>
            {value} ({strangeWords})
          </option>
        )}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
