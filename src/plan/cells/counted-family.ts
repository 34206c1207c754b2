import type { Bounds } from "../../measure/bootstrap.ts";
import type { InventorEntry, TalentSpan } from "../../measure/patents/talent.ts";

/** A family of a technology with its counts as known on a day. `null` is unknown. */
export interface CountedFamily {
  /** Its documents in the technology, by day. */
  readonly documents: readonly string[];
  readonly title: string | null;
  /** Main group of the first inventive symbol of its earliest publication, as `G03F7`; `null` without a class. */
  readonly group: string | null;
  readonly holders: readonly string[];
  /** Year of earliest priority. */
  readonly year: number | null;
  /** Days since 1970-01-01. */
  readonly priority: number | null;
  /** Day of its first grant. */
  readonly granted: number | null;
  /** Blocking weight, in force or not. */
  readonly blocks: number | null;
  /** Blocking weight in force over all offices, and by office. */
  readonly weight: Bounds | null;
  readonly weightAt: ReadonlyMap<string, Bounds | null>;
  /** Citations by other holders within five years relative to their cohorts. */
  readonly cited: number | null;
  /** Whether it is in the top tenth of `cited` in its technology and five years. */
  readonly top: boolean | null;
  readonly originality: number | null;
  /** Tercile of originality in its technology and five years, 0 the lowest. */
  readonly tercile: 0 | 1 | 2 | null;
  readonly followUp: boolean | null;
  /** Day on which its last granted document ends or ended. */
  readonly lapse: number | null;
  readonly inventors: number | null;
}

export interface FamilyHolder {
  readonly economy: string | null;
  readonly organisation: string | null;
}

export interface TechnologyFamilies {
  readonly technology: string;
  /** Day of knowledge, since 1970-01-01. */
  readonly day: number;
  /** `null`: no patent of the technology known on the day is loaded. */
  readonly families: readonly CountedFamily[] | null;
  readonly holders: ReadonlyMap<string, FamilyHolder>;
  /** Triples of holders that block one another in the technology; `null` unknown. */
  readonly thickets: number | null;
  readonly inventors: readonly (InventorEntry & { readonly document: string })[];
  /** The five years in which inventors count as active; `null` if none are loaded. */
  readonly span: TalentSpan | null;
}

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
