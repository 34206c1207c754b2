import { once, readLinkTable } from "./link-table.ts";

const fields = once(
  (): ReadonlyMap<string, number> => new Map(readLinkTable("wipo-fields").map((row) => [row.symbol ?? "", Number(row.field)])),
);

/**
 * The technical field (1..35) of a CPC or IPC symbol (compact, `H01L21/762`) by WIPO's IPC and technology concordance (Schmoch 2008):
 * its main group where the concordance splits a subclass, else its subclass. H10 classes, which are newer, have the field of H01L.
 */
export function wipoField(symbol: string): number | null {
  const main = symbol.split("/", 1)[0] ?? "";
  return fields().get(main) ?? fields().get(main.slice(0, 4)) ?? null;
}
