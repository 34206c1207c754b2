import { groupBy } from "../base/collections.ts";
import { once, readLinkTable } from "./link-table.ts";
import { nameKey } from "./name-key.ts";
import { nearNames } from "./near-name.ts";

/** A link from another scheme's id. Only `same` identifies the two. */
export interface TechnologyLink {
  readonly technology: string;
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

/** Our final products that an ETO output belongs to, by ETO id. */
export const etoProducts = once((): ReadonlyMap<string, readonly string[]> => {
  const products = new Map<string, string[]>();
  for (const { eto_id: id = "", product = "" } of readLinkTable("eto-products")) products.set(id, [...(products.get(id) ?? []), product]);
  return products;
});

/** Technology of a USGS mineral, ignoring brackets; `null` without a link. */
export const mineralTechnology = (mineral: string): string | null => mineralLinks().get(nameKey(mineral)) ?? null;

const mineralLinks = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      readLinkTable("mineral-technologies")
        .filter((row) => row.relation === "same")
        .map((row) => [nameKey(row.mineral ?? ""), row.technology ?? ""]),
    ),
);

/** A technology with the rule that found it, or the nearest names. */
export type TechnologyMatch =
  | { readonly id: string; readonly rule: "id" | "alias" | "name" }
  | { readonly id: null; readonly nearest: readonly string[] };

/** Finds a technology by id, alias or name, ignoring case and hyphens; else up to three near spellings, or names with these words. `aliases`: spelling to id. */
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
  const near = nearNames(wanted, spellings, 3);
  return { id: null, nearest: near.length > 0 ? near : namedWith(wanted, technologies) };
}

/** Shortest word by which a name is looked for. */
const fewestOfWord = 3;

/** Up to three technologies whose names have all the words of `wanted`, or begin with them: `gan-wafers` for `gallium nitride`. */
function namedWith(wanted: string, technologies: readonly { readonly id: string; readonly name: string }[]): readonly string[] {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsOf(wanted).filter((word) => word.length >= fewestOfWord);
  if (words.length === 0) return [];
  return technologies
    .filter(({ name }) => {
      const own = wordsOf(name);
      return words.every((word) => own.some((each) => each.startsWith(word)));
    })
    .slice(0, 3)
    .map(({ id }) => id);
}

const parts = once(() => groupBy(readLinkTable("technology-parts"), ({ technology = "" }) => technology));

/** Technologies with separate supply whose patents belong to another technology. */
export const partsOf = (technology: string): readonly string[] => (parts().get(technology) ?? []).map(({ part = "" }) => part);
