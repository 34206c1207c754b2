import { once, readLinkTable } from "./link-table.ts";

const fields = once(
  (): ReadonlyMap<string, number> => new Map(readLinkTable("wipo-fields").map((row) => [row.symbol ?? "", Number(row.field)])),
);

/** WIPO technical field (1..35) of `H01L21/762` (Schmoch 2008), by main group in split subclasses. H10 counts as H01L. */
export function wipoField(symbol: string): number | null {
  const main = symbol.split("/", 1)[0] ?? "";
  return fields().get(main) ?? fields().get(main.slice(0, 4)) ?? null;
}
