import { z } from "zod";
import { listed } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import { holdersOf } from "../../measure/supply/share-entries.ts";
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

/** Names of economies and organisations, joined where there are several; an id that is not known stays. */
export const holderNames = (read: ReadModel, holder: string): string =>
  listed(
    holdersOf(holder).map((id) => read.organisations.get(id)?.name ?? read.economies.find((economy) => economy.id === id)?.name ?? id),
  );

/** Whom a rule is against, as a sentence names them: `everyone, except the United States`. */
export function againstWords(read: ReadModel, against: string, exempt: string | null = null): string {
  const name = (id: string): string => (id === "*" ? "everyone" : (read.organisations.get(id)?.name ?? economyName(read, id)));
  const names = (ids: string): string => listed(holdersOf(ids).map(name));
  return `${names(against)}${exempt === null ? "" : `, except ${names(exempt)}`}`;
}

/** For lists and tables that tell technologies by id. */
export const technologyNamesSchema = z.record(z.string(), z.string()).describe("names of technologies by id");

/** What counts of patents and papers name in place of a technology. */
const wider: Readonly<Record<string, string>> = { "all-chips": "Chips of all kinds" };

/** Name of a technology; an id that the map has not stays as it is. */
export function technologyName({ map }: Pick<ReadModel, "map">, id: string): string {
  const index = map.indexOf.get(id);
  return index === undefined ? (wider[id] ?? id) : map.technologies[index]!.name;
}

export const technologyNames = (read: Pick<ReadModel, "map">, ids: Iterable<string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, technologyName(read, id)]));

/** What an economy or group produces, and the newest year of what it is made of. */
export interface Gdp {
  readonly usdBn: number;
  readonly year: number | null;
}

/** GDP of an economy, or of a group that of its members; `null` where one is not known. */
export function gdpOf({ economies, model }: ReadModel, code: string): Gdp | null {
  const own = economies.find(({ id }) => id === code);
  if (own?.gdp != null) return { usdBn: own.gdp, year: own.gdp_year };
  const rows = membersOf(model, code).map((member) => economies.find(({ id }) => id === member));
  if (rows.some((row) => row?.gdp == null)) return null;
  const years = rows.flatMap((row) => row?.gdp_year ?? []);
  return { usdBn: rows.reduce((sum, row) => sum + row!.gdp!, 0), year: years.length > 0 ? Math.max(...years) : null };
}

/** Whoever can be a home: groups of economies first, then the economies. */
export function homesOf({ economies, map }: ReadModel): readonly { readonly id: string; readonly name: string; readonly group: boolean }[] {
  const named = new Map(economies.map(({ id, name }) => [id, name]));
  return [
    ...[...map.groups.keys()].map((id) => ({ id, name: named.get(id) ?? id, group: true })),
    ...economies.filter(({ id }) => !map.groups.has(id)).map(({ id, name }) => ({ id, name, group: false })),
  ];
}
