import { once, readLinkTable } from "./link-table.ts";

const fields = once(
  (): ReadonlyMap<string, number> => new Map(readLinkTable("wipo-fields").map((row) => [row.symbol ?? "", Number(row.field)])),
);

/**
 * Technical field (1..35) of a compact CPC or IPC symbol (`H01L21/762`) by WIPO's concordance (Schmoch 2008): by main group where a subclass
 * is split. The newer H10 classes have the field of H01L.
 */
export function wipoField(symbol: string): number | null {
  const main = symbol.split("/", 1)[0] ?? "";
  return fields().get(main) ?? fields().get(main.slice(0, 4)) ?? null;
}
