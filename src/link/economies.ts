import { kept } from "../base/collections.ts";
import { once, readLinkTable } from "./link-table.ts";
import { nameKey } from "./name-key.ts";

/** An economy of ISO 3166-1 (and Kosovo as `XK`). `numeric` has three digits, `null` where ISO gives none. */
export interface Economy {
  readonly id: string;
  readonly alpha3: string;
  readonly numeric: string | null;
  readonly name: string;
}

/** `id`: alpha-2 code, `world`, `unspecified`, `unspecified-asia` (mostly Taiwan), `unspecified-eu`; `rule`: how it was linked. */
export interface Place {
  readonly id: string;
  readonly kind: "economy" | "world" | "unspecified";
  readonly rule: string;
}

/** All economies by alpha-2 code. */
export const economies = once((): ReadonlyMap<string, Economy> => {
  const rows = readLinkTable("economies").map((row) => ({
    id: row.id ?? "",
    alpha3: row.alpha3 ?? "",
    numeric: row.numeric || null,
    name: row.name ?? "",
  }));
  return new Map(rows.map((row) => [row.id, row]));
});

const places = once((): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
  for (const { id, alpha3, numeric, name } of economies().values()) {
    found.set(nameKey(id), { id, kind: "economy", rule: "iso alpha-2" });
    found.set(nameKey(alpha3), { id, kind: "economy", rule: "iso alpha-3" });
    found.set(nameKey(name), { id, kind: "economy", rule: "name" });
    if (numeric) found.set(String(Number(numeric)), { id, kind: "economy", rule: "iso numeric" });
  }
  for (const { alias, economy, rule } of readLinkTable("economy-aliases")) {
    const id = economy ?? "";
    const kind = economies().has(id) ? "economy" : id === "world" ? "world" : "unspecified";
    found.set(nameKey(alias ?? ""), { id, kind, rule: rule ?? "" });
  }
  return found;
});

/** Trade files repeat a few hundred places in millions of records. */
const mostRemembered = 10_000;

/**
 * The economy, rest or total of a code or name: ISO alpha-2, alpha-3, numeric, UN Comtrade (757, 842, ...), Eurostat (EL, XS, QZ, ...),
 * names in both spellings; `null` if unknown.
 * @example findPlace("757") // { id: "CH", kind: "economy", rule: "comtrade code" }
 */
export const findPlace = kept((text: string): Place | null => {
  const key = nameKey(text);
  return places().get(/^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, "") : key) ?? null;
}, mostRemembered);

/** Alpha-2 code of an economy; `null` for anything else, including totals and rests. */
export function findEconomy(text: string): string | null {
  const place = findPlace(text);
  return place?.kind === "economy" ? place.id : null;
}

export const isEconomy = (id: string): boolean => economies().has(id);

const memberYears = once(
  (): ReadonlyMap<string, readonly [number, number]> =>
    new Map(
      readLinkTable("eu-members").map((row) => [
        row.economy ?? "",
        [Number(row.first_year), row.last_year ? Number(row.last_year) : Number.POSITIVE_INFINITY],
      ]),
    ),
);

/** Whether an economy was in the EU customs union in a year, including the UK's transition (2020). */
export function inEuropeanUnion(id: string, year: number): boolean {
  const years = memberYears().get(id);
  return years !== undefined && year >= years[0] && year <= years[1];
}

const byItem = once(
  (): ReadonlyMap<string, string> => new Map(readLinkTable("wikidata-economies").map(({ item = "", economy = "" }) => [item, economy])),
);

/** The economy of a Wikidata item (`Q148`), from the borders of OpenStreetMap's country-coder; `null` if it is none. */
export const economyOfItem = (item: string): string | null => byItem().get(item) ?? null;
