import type { Choice, ChoiceForm as Form, SiteShell } from "../../../src/site/page.ts";
import { AskedLanguage } from "./asked-language.tsx";

/** What can be chosen on a page; it is asked for anew by its address. */
export function ChoiceForm({
  form: { choices, path, button = "Show" },
  shell: { query, root, asked },
}: {
  readonly form: Form;
  readonly shell: SiteShell;
}) {
  const own = new Set(choices.map(({ name }) => name));
  return (
    <form className="choices" action={path === undefined ? undefined : root + path}>
      {Object.entries(query)
        .filter(([name]) => !own.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <AskedLanguage asked={asked} />
      {choices.map((choice) => (
        <label key={choice.name} className="choice" htmlFor={`choice-${choice.name}`}>
          <span>{choice.label}</span>
          <Field choice={choice} />
        </label>
      ))}
      <button type="submit">{button}</button>
    </form>
  );
}

function Field({ choice: { name, value, options, isDay = false } }: { readonly choice: Choice }) {
  if (options === undefined)
    return <input id={`choice-${name}`} name={name} type={isDay ? "date" : "text"} defaultValue={value} maxLength={400} />;
  return (
    <select id={`choice-${name}`} name={name} defaultValue={value}>
      {options.map(([each, word]) => (
        <option key={each} value={each}>
          {word}
        </option>
      ))}
    </select>
  );
}
