import { LevermapError } from "../../base/errors.ts";

/** The date that counts where a row of a list has both. Throws LM_USAGE. */
export function byOf(text: string): "effective" | "publication" {
  if (text === "effective" || text === "publication") return text;
  throw new LevermapError("LM_USAGE", `--by is effective or publication, not "${text}".`, { option: "--by", value: text });
}

/** Ids with commas between them. */
export const idsOf = (text: string): readonly string[] =>
  text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
