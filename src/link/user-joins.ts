import type { Row } from "../base/tables.ts";
import { type Holder, ownId } from "./harmonise.ts";
import { nameKey } from "./name-key.ts";
import { parseName } from "./name-parse.ts";

export type UserJoin = Pick<Row<"holder_join">, "name" | "relation" | "other">;

/**
 * Holders of names as a user's rows say, which nothing else outweighs. `together`: the name is a name of the other, a holder's id or a
 * printed name. `apart`: it is a holder of its own, where it was joined to the other, or whatever it was joined to. Names are told by their
 * letters; of two rows on one name the last holds.
 */
export function joinAsTold(holders: ReadonlyMap<string, Holder>, joins: readonly UserJoin[]): ReadonlyMap<string, Holder> {
  if (joins.length === 0) return holders;
  const told = new Map(joins.map((join) => [nameKey(join.name), join]));
  const byKey = new Map([...holders].map(([name, holder]) => [nameKey(name), holder]));
  const byId = new Map([...holders.values()].map((holder) => [holder.holder, holder]));
  const holderOf = (other: string): Holder => byId.get(other) ?? byKey.get(nameKey(other)) ?? alone(other);
  return new Map(
    [...holders].map(([name, own]) => {
      const join = told.get(nameKey(name));
      if (join === undefined) return [name, own];
      if (join.relation === "together") return [name, { ...holderOf(join.other ?? ""), rule: "user-together" }];
      const joined = join.other === null || holderOf(join.other).holder === own.holder;
      return [name, joined ? { ...alone(name), rule: "user-apart" } : own];
    }),
  );
}

/** Whether a user's rows keep a holder apart from another that it is a unit of, was bought by or merged into; told by ids or names. */
export function apartAsTold(holders: ReadonlyMap<string, Holder>, joins: readonly UserJoin[]): (holder: string, other: string) => boolean {
  const ids = new Map([...holders].flatMap(([name, { holder }]) => [[nameKey(name), holder] as const, [nameKey(holder), holder] as const]));
  const idOf = (name: string): string => ids.get(nameKey(name)) ?? name;
  const apart = new Set(
    joins.flatMap(({ name, relation, other }) => (relation === "apart" ? [`${idOf(name)} ${other === null ? "*" : idOf(other)}`] : [])),
  );
  return (holder, other) => apart.has(`${holder} *`) || apart.has(`${holder} ${other}`);
}

/** A holder of one name; its id does not fall together with those of joined names. */
function alone(name: string): Holder {
  const parts = parseName(name);
  return { holder: `${ownId(parts)}:apart`, name: parts.text, organisation: null, rule: "own" };
}
