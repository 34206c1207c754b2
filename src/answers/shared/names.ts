import type { ReadModel } from "./read-model.ts";

const withArticle = /^(United|Netherlands|Philippines|European)/;

/** An economy, or a group, as a sentence names it: `Japan`, `the Netherlands`, `the EU`. Unknown codes stay as they are. */
export function economyName(read: ReadModel, code: string): string {
  const name = read.economies.find(({ id }) => id === code)?.name;
  if (name === undefined) return read.map.groups.has(code) ? `the ${code}` : code;
  return withArticle.test(name) ? `the ${name}` : name;
}

/** `; did you mean "A" or "B"?`, or nothing. */
export const meant = (near: readonly string[]): string =>
  near.length > 0 ? `; did you mean ${near.map((each) => `"${each}"`).join(" or ")}?` : "";
