import { once, readLinkTable } from "./link-table.ts";
import { nameKey } from "./name-key.ts";
import { nearNames } from "./near-name.ts";

/** A link from another scheme's id to our technology. Only `same` makes the two one. */
export interface TechnologyLink {
  readonly technology: string;
  /** The name that the link was made for. */
  readonly name: string;
  readonly relation: string;
  readonly note: string | null;
}

/** Links by ETO input id (`N20`), from `data/link/eto-technologies.csv`. */
export const etoTechnologies = once(
  (): ReadonlyMap<string, TechnologyLink> =>
    new Map(
      readLinkTable("eto-technologies").map((row) => [
        row.eto_id ?? "",
        { technology: row.technology ?? "", name: row.eto_name ?? "", relation: row.relation ?? "", note: row.note || null },
      ]),
    ),
);

/** The final products of ours that an ETO output is part of, by ETO id. */
export const etoProducts = once((): ReadonlyMap<string, readonly string[]> => {
  const products = new Map<string, string[]>();
  for (const { eto_id: id = "", product = "" } of readLinkTable("eto-products")) products.set(id, [...(products.get(id) ?? []), product]);
  return products;
});

/** Our technology for a mineral as the USGS names it, without the part in brackets; `null` where none is linked. */
export function mineralTechnology(mineral: string): string | null {
  return mineralLinks().get(nameKey(mineral)) ?? null;
}

const mineralLinks = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      readLinkTable("mineral-technologies")
        .filter((row) => row.relation === "same")
        .map((row) => [nameKey(row.mineral ?? ""), row.technology ?? ""]),
    ),
);

/** What a reader asked for by name: one technology and the rule that found it, or the nearest names. */
export type TechnologyMatch =
  | { readonly id: string; readonly rule: "id" | "alias" | "name" }
  | { readonly id: null; readonly nearest: readonly string[] };

/**
 * Finds a technology by id, alias or name, whatever the case and hyphens; else up to three ids or aliases close in spelling.
 * `aliases` maps another spelling to an id.
 */
export function findTechnology(
  wanted: string,
  technologies: readonly { readonly id: string; readonly name: string }[],
  aliases: ReadonlyMap<string, string>,
): TechnologyMatch {
  const key = nameKey(wanted);
  const byId = technologies.find((technology) => nameKey(technology.id) === key);
  if (byId) return { id: byId.id, rule: "id" };
  for (const [alias, id] of aliases) if (nameKey(alias) === key) return { id, rule: "alias" };
  const byName = technologies.find((technology) => nameKey(technology.name) === key);
  if (byName) return { id: byName.id, rule: "name" };
  const spellings = [...technologies.map((technology) => technology.id), ...aliases.keys()];
  return { id: null, nearest: nearNames(wanted, spellings, 3) };
}
