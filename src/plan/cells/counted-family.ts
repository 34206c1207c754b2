import type { Bounds } from "../../measure/bootstrap.ts";
import type { InventorEntry, TalentSpan } from "../../measure/patents/talent.ts";

/** A family of a technology with what is counted of it on a day, from what was known then. `null` is unknown. */
export interface CountedFamily {
  /** Its documents in the technology, in order of their day. */
  readonly documents: readonly string[];
  readonly title: string | null;
  /** Main group of the first inventive symbol of its earliest publication, as `G03F7`; `null` without a class. */
  readonly group: string | null;
  /** Holders of any of its documents, in order. */
  readonly holders: readonly string[];
  /** Year of earliest priority. */
  readonly year: number | null;
  /** Days since 1970-01-01. */
  readonly priority: number | null;
  /** Of its first grant. */
  readonly granted: number | null;
  /** Blocking weight, in force or not. */
  readonly blocks: number | null;
  /** Blocking weight in force over all offices, and at each at which it has a document. */
  readonly weight: Bounds | null;
  readonly weightAt: ReadonlyMap<string, Bounds | null>;
  /** Citations by other holders in five years over the means of their cohorts. */
  readonly cited: number | null;
  /** In the top tenth of `cited` in its technology and five years. */
  readonly top: boolean | null;
  readonly originality: number | null;
  /** Tercile of originality in its technology and five years, 0 the lowest. */
  readonly tercile: 0 | 1 | 2 | null;
  readonly followUp: boolean | null;
  /** Day on which the last of its granted documents ends or ended. */
  readonly lapse: number | null;
  /** Distinct inventors. */
  readonly inventors: number | null;
}

/** An inventor on a document of a technology. */
export interface FamilyInventor extends InventorEntry {
  readonly document: string;
}

/** A holder as it is linked. */
export interface FamilyHolder {
  readonly economy: string | null;
  readonly organisation: string | null;
}

/** The families of a technology on a day. */
export interface TechnologyFamilies {
  readonly technology: string;
  /** Days since 1970-01-01: what is known on it is counted. */
  readonly day: number;
  /** `null`: no patent of the technology is loaded that was known then. */
  readonly families: readonly CountedFamily[] | null;
  readonly holders: ReadonlyMap<string, FamilyHolder>;
  /** Triples of holders that block one another in the technology; `null` unknown. */
  readonly thickets: number | null;
  readonly inventors: readonly FamilyInventor[];
  /** The five years in which inventors are active; `null` where no inventor is loaded. */
  readonly span: TalentSpan | null;
}
