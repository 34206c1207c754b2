import { bounded, type OwnershipGraph, type Stake, type Standing } from "../../../src/screen/ownership/stakes.ts";

/** An owner of a firm as a row states it, in quarters of the firm; `null`: the share is not stated. */
export interface Planted {
  readonly owner: string;
  readonly quarters: readonly [low: number, high: number] | null;
}

/** Firms with the owners that rows state. Parties: `listed1`, `listed2`, `maybe`, `person`; all others are firms. */
export type Planting = Readonly<Record<string, readonly Planted[]>>;

const standings: Readonly<Record<string, Standing>> = { listed1: "listed", listed2: "listed", maybe: "may be listed", person: "outside" };

export const stakesOf = (owners: readonly Planted[]): readonly Stake[] =>
  bounded(owners.map(({ owner, quarters }) => ({ owner, low: quarters && quarters[0] / 4, high: quarters && quarters[1] / 4 })));

export const graphOf = (planting: Planting): OwnershipGraph => ({
  owners: (firm) => stakesOf(planting[firm] ?? []),
  standing: (party) => standings[party] ?? "firm",
});

/** One way in which all may be: of each firm the quarters of each owner, and those that a listed party holds whom no row names. */
type World = Readonly<Record<string, { readonly shares: ReadonlyMap<string, number>; readonly hidden: number }>>;

/** All ways to give owners quarters within bounds that add up to at most four; a listed party holds some or all of what is left. */
function* ways(owners: readonly Planted[]): Generator<{ readonly shares: ReadonlyMap<string, number>; readonly hidden: number }> {
  const stakes = stakesOf(owners);
  const stated = stakes.reduce((sum, { low }) => sum + low * 4, 0);
  const ends = stakes.map(({ low, high }): readonly [number, number] =>
    stated > 4 ? [0, low * 4] : [low * 4, Math.floor(high * 4 + 1e-9)],
  );
  function* from(at: number, left: number, shares: readonly (readonly [string, number])[]): Generator<ReadonlyMap<string, number>> {
    const stake = stakes[at];
    if (stake === undefined) {
      if (stated <= 4 || left === 0) yield new Map(shares);
      return;
    }
    const [low, high] = ends[at]!;
    for (let own = low; own <= Math.min(high, left); own += 1) yield* from(at + 1, left - own, [...shares, [stake.owner, own]]);
  }
  for (const shares of from(0, 4, [])) {
    const left = 4 - [...shares.values()].reduce((sum, each) => sum + each, 0);
    for (let hidden = 0; hidden <= left; hidden += 1) yield { shares, hidden };
  }
}

/** Every world of a planting, and in each the parties that are listed. */
export function* worlds(planting: Planting): Generator<{ readonly world: World; readonly listed: ReadonlySet<string> }> {
  const firms = Object.keys(planting);
  const named = new Set(Object.values(planting).flatMap((owners) => owners.map(({ owner }) => owner)));
  const bare = [...named].filter((party) => !(party in planting) && !(party in standings));
  const open = [...bare, ...(named.has("maybe") ? ["maybe"] : [])];
  const all = firms.map((firm) => [...ways(planting[firm] ?? [])]);
  function* from(at: number, world: World): Generator<World> {
    if (at === firms.length) yield world;
    else for (const way of all[at]!) yield* from(at + 1, { ...world, [firms[at]!]: way });
  }
  for (let mask = 0; mask < 2 ** open.length; mask += 1) {
    const listed = new Set(["listed1", "listed2", ...open.filter((_, place) => (mask >> place) & 1)]);
    for (const world of from(0, {})) yield { world, listed };
  }
}

const quartersHeld = (way: World[string], counts: (party: string) => boolean): number =>
  way.hidden + [...way.shares].reduce((sum, [owner, own]) => sum + (counts(owner) ? own : 0), 0);

/** Quarters of a firm that count as listed, by the meet of all sets of firms that hold every firm of which they and the listed hold two. */
export function countedByBruteForce(firm: string, world: World, listed: ReadonlySet<string>): number {
  const firms = Object.keys(world);
  let least = (1 << firms.length) - 1;
  const counts = (set: number) => (party: string) =>
    listed.has(party) || (firms.includes(party) && ((set >> firms.indexOf(party)) & 1) === 1);
  for (let set = 0; set < 1 << firms.length; set += 1) {
    const holds = firms.every((each, at) => ((set >> at) & 1) === 1 || quartersHeld(world[each]!, counts(set)) < 2);
    if (holds) least &= set;
  }
  return quartersHeld(world[firm]!, counts(least));
}

/** The part of each firm that a walk from it to its owners, taken by their shares, ends at a listed party with, after many steps. */
export function multipliedByWalking(firm: string, world: World, listed: ReadonlySet<string>, steps = 400): number {
  let values: Readonly<Record<string, number>> = {};
  for (let step = 0; step < steps; step += 1) {
    const before = values;
    const valueIn = (party: string): number => (listed.has(party) ? 1 : (before[party] ?? 0));
    values = Object.fromEntries(
      Object.entries(world).map(([each, { shares, hidden }]) => [
        each,
        [...shares].reduce((sum, [owner, own]) => sum + (own / 4) * valueIn(owner), hidden / 4),
      ]),
    );
  }
  return values[firm] ?? 0;
}
