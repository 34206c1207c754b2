import { once, readLinkTable } from "./link-table.ts";

const byItem = once(
  (): ReadonlyMap<string, string> => new Map(readLinkTable("wikidata-economies").map(({ item = "", economy = "" }) => [item, economy])),
);

/** The economy of a Wikidata item (`Q148`), from the borders of OpenStreetMap's country-coder; `null` if it is none. */
export const economyOfItem = (item: string): string | null => byItem().get(item) ?? null;
