import type { Draw, World } from "../oracle.ts";

/** A world, who acts on whom in it, and how long everything takes: what the oracle tells the months of. */

export interface Timing {
  readonly mode: "consumable" | "capital" | "service";
  readonly stock: number;
  readonly bought: number;
  readonly qualification: number;
  readonly lead: number;
  readonly ceiling: number;
  readonly chance: number;
  readonly life: number;
  readonly factor: number;
  readonly additions: number;
  readonly renewal: number;
  /** Part of use that users can do without, and months until they do. */
  readonly thrift: number;
  readonly thriftTime: number;
  /** Care in the use of stock, and months that users expect a lack to last. */
  readonly rationing: number;
  readonly expected: number;
}

export interface Party {
  readonly code: string;
  readonly members: ReadonlySet<string>;
}

export interface Victim extends Party {
  /** All the world but some: what nobody named holds is its own. */
  readonly rest: boolean;
  readonly designer: boolean;
  readonly make: ReadonlyMap<string, number>;
  readonly use: ReadonlyMap<string, number>;
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Members of all the world but some, of which anything is known to be made or used. */
  readonly parts: readonly {
    readonly economy: string;
    readonly make: ReadonlyMap<string, number>;
    readonly use: ReadonlyMap<string, number>;
  }[];
}

export interface Measure {
  readonly technology: string;
  readonly targets: readonly number[];
  /** Who stops what part of whose supply; `rest`: what nobody named holds. */
  readonly parts: readonly { readonly sender: number; readonly economy: string; readonly part: number }[];
  /** Part that the act withholds, `null`: an outage. */
  readonly withheld: number | null;
  readonly start: number;
  readonly notice: number;
  readonly easing: readonly { readonly month: number; readonly left: number }[];
  readonly endAnnounced: boolean;
  readonly service: boolean;
  readonly repair: number | null;
}

export interface Story {
  readonly world: World;
  readonly draw: Draw;
  readonly timing: ReadonlyMap<string, Timing>;
  readonly targets: readonly Victim[];
  readonly senders: readonly Party[];
  readonly measures: readonly Measure[];
  readonly backfill: boolean;
  /** Months from the entry of an input to the output that lacks it, by edge. */
  readonly lags: ReadonlyMap<string, number>;
  /** Ends of the steps, the first is 0. */
  readonly months: readonly number[];
}

/** What one target suffers at one step, by technology. */
export interface Told {
  readonly lost: Map<string, number>;
  readonly growthLost: Map<string, number>;
  readonly useLost: Map<string, number>;
  readonly shortfall: Map<string, number>;
  readonly gone: Map<string, number>;
}
