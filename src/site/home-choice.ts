import type { Answer } from "../ask/ask.ts";
import type { Choice } from "./page.ts";

/** The choice of an economy or a group by its name; of none at first. */
export const homeChoice = (
  economies: Answer<"map">["economies"],
  value: string,
  { name = "home", label = "For", none = "everybody" } = {},
): Choice => ({
  name,
  label,
  value,
  options: [
    ["", none] as const,
    ...[...economies]
      .sort((a, b) => Number(b.group) - Number(a.group) || a.name.localeCompare(b.name, "en"))
      .map(({ id, name: word }) => [id, word] as const),
  ],
});
