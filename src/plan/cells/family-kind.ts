import type { CountedFamily } from "./counted-family.ts";

/** Inventors of a family: one, two or three, more. */
export const teams = ["one", "few", "many"] as const;
export type Team = (typeof teams)[number];

/** What the chance of a family to be in the top tenth goes by; `null` is unknown. */
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

/** What an input of such families of a technology is called, as `photoresist, high, many`; what is not told of stands for any. */
export const kindScope = (technology: string, { tercile, team }: FamilyKind): string =>
  [technology, ...(tercile === null ? [] : [terciles[tercile]]), ...(team === null ? [] : [team])].join(", ");

/** Names of the inputs of the chance of such a family, the closest first: of both, of its tercile, of its team, of any of the technology, of all technologies. */
export const kindScopes = (technology: string, { tercile, team }: FamilyKind): readonly string[] => [
  kindScope(technology, { tercile, team }),
  kindScope(technology, { tercile, team: null }),
  kindScope(technology, { tercile: null, team }),
  technology,
  terciles[tercile ?? 1],
];
