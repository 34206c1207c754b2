import type { CountedFamily } from "./counted-family.ts";

/** Inventors of a family: one, two or three, more. */
export const teams = ["one", "few", "many"] as const;
export type Team = (typeof teams)[number];

/** Traits that set a family's chance of reaching the top tenth; `null` is unknown. */
export interface FamilyKind {
  /** Tercile of originality in its technology and five years, 0 the lowest. */
  readonly tercile: 0 | 1 | 2 | null;
  readonly team: Team | null;
}

export const kindOf = ({ tercile, inventors }: CountedFamily): FamilyKind => ({
  tercile,
  team: inventors === null ? null : inventors === 1 ? "one" : inventors < 4 ? "few" : "many",
});

const terciles = ["low", "middle", "high"] as const;

/** Scope of an economic input for such families, as `photoresist, high, many`; unknown traits stand for any. */
export const kindScope = (technology: string, { tercile, team }: FamilyKind): string =>
  [technology, ...(tercile === null ? [] : [terciles[tercile]]), ...(team === null ? [] : [team])].join(", ");

/** Scopes of the top-tenth chance, most specific first: both traits, tercile, team, technology, all technologies. */
export const kindScopes = (technology: string, { tercile, team }: FamilyKind): readonly string[] => [
  kindScope(technology, { tercile, team }),
  kindScope(technology, { tercile, team: null }),
  kindScope(technology, { tercile: null, team }),
  technology,
  terciles[tercile ?? 1],
];
