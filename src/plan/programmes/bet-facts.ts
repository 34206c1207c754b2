import type { Interval } from "../../base/numbers.ts";
import type { SupplyNode } from "../joint/joint-problem.ts";
import type { CoursedHome } from "../worlds/course-worlds.ts";
import type { FeltTerms } from "../worlds/felt.ts";

/** What a home's joint plan is made of, as far as facts tell; money in USD m a year, `null` is unknown. */
export interface BetFacts {
  /** Calendar year in which programmes begin. */
  readonly firstYear: number;
  readonly nodes: readonly SupplyNode[];
  readonly sales: readonly SoldNode[];
  readonly acts: readonly ActFacts[];
  /** The course that the final products of the home go through; `null`: it makes none, or only in a group or place that no course follows. */
  readonly course: FactsCourse | null;
  readonly problems: readonly ProblemFacts[];
  /** What the named target sells where claims could keep it out. */
  readonly rights: readonly RightsFacts[];
  /** What the home has and needs of each technology. */
  readonly balances: ReadonlyMap<string, HomeBalance>;
  /**
   * USD m a year that the target loses more where the home can withhold a part of the world supply of a technology beyond its hold of today; `null`: no
   * target is named, or nothing is known that the home could withhold from it.
   */
  readonly supplyLoss: ((technology: string, part: number) => number) | null;
}

/** What a home has and needs of a technology, as parts of world use. */
export interface HomeBalance {
  readonly own: number;
  readonly need: number;
}

/** A home as the course of acts takes it, and its technologies by the nodes of its final products. */
export interface FactsCourse {
  readonly home: CoursedHome;
  readonly technologyOf: ReadonlyMap<string, number>;
}

/** A sale of the home, by the node whose output it is. */
export interface SoldNode {
  readonly node: string;
  readonly technology: string;
  readonly usd: Interval;
}

/** A class of technologies that a coalition could withhold from the home together. */
export interface ActFacts {
  readonly id: string;
  readonly coalition: readonly string[];
  readonly mode: string;
  /** Whether a control of one of them on the home is in force today. */
  readonly again: boolean;
  /** What the target alone could do in reply; in worlds it acts together with others. */
  readonly isReply: boolean;
  readonly shortfalls: readonly FeltShortfall[];
}

export interface FeltShortfall {
  readonly node: string;
  readonly technology: string;
  /** As a part of the home's use once it is felt, at equal steps of what is withheld: from none to all. */
  readonly shortfall: readonly number[];
  readonly felt: FeltTerms;
}

/** Research fields: the kinds of technology. */
export const planFields = ["material", "tool", "process", "design", "product"] as const;

/** How far work on a problem is: tried in research, in pilot lines, or done by others already. */
export type Maturity = "research" | "pilot" | "production";

/** What has to be solved, and what a solution would reach. */
export interface ProblemFacts {
  readonly id: string;
  readonly name: string;
  readonly technology: string;
  /** Kind of the technology: the field of its researchers. */
  readonly kind: string;
  readonly maturity: Maturity;
  readonly isNext: boolean;
  /** Calendar years from which a solution can be used at all; `null`: at once. */
  readonly clock: Interval | null;
  /** Families a year of others in the whole technology; `null`: no count is known. */
  readonly families: Interval | null;
  /** Whether these are only how many there are at least. */
  readonly isFamiliesFloor: boolean;
  /** Part of the technology's work that is on this problem, 0..1. */
  readonly part: number;
  /** Part of work in the technology that is follow-up; `null`: unknown. */
  readonly followUp: number | null;
  /** Years from the end of the pilot to first output. */
  readonly lead: Interval;
  /** Part of the need that own makers can come to fill, 0..1. */
  readonly reachable: Interval;
  readonly serves: readonly ServedNode[];
  /** What the home uses of what it serves, USD m a year; `null`: no market is known, so that no plant can be sized. */
  readonly need: Interval | null;
  readonly adopters: readonly AdopterSales[];
  /** What is sold a year worldwide that a solution would be in, by whoever makes it; `null`: not known, or the home makes nothing. */
  readonly market: SoldWorldwide | null;
}

/** A world market, USD m a year. */
export interface SoldWorldwide {
  /** The technology whose market it is: the own, what it replaces, or a family. */
  readonly technology: string;
  readonly usd: Interval;
  /** Of the uses of that technology, 0..1: those that the solution could take. */
  readonly part: Interval;
  /** Whether it is that of what the technology goes into, of which a step is a part. */
  readonly isWhole: boolean;
}

/** A node whose need the output of a programme serves, and the node whose inputs limit it. */
export interface ServedNode {
  readonly makes: string;
  readonly serves: string;
  /** Calendar years from which it serves it; `null`: at once. */
  readonly from: Interval | null;
  /** Of the uses of what it serves, 0..1: those that it can take. */
  readonly part: Interval;
}

/** What is sold in a jurisdiction that governing claims could be read on. */
export interface AdopterSales {
  readonly jurisdiction: string;
  /** By whomever, USD m a year. */
  readonly usd: Interval;
  /** Part of it that the home sells itself, 0..1: it pays no royalty, and is free of those of others. */
  readonly ownPart: number;
  /** Whether the sales are those of what the technology goes into, of which a step is a part. */
  readonly isWhole: boolean;
  /** `v x`: valid if tested, read on and shown. */
  readonly valid: Interval;
  readonly readOn: Interval;
  /** `u`: exclusion granted there. */
  readonly granted: Interval;
}

/** Sales of the target in a jurisdiction, by what claims of a technology could do there. */
export interface RightsFacts {
  readonly jurisdiction: string;
  /** What is sold. */
  readonly product: string;
  readonly usd: Interval;
  /** `u`: exclusion granted there. */
  readonly granted: Interval;
  /** Chance that claims which the home holds today already stop it, 0..1; they lapse. */
  readonly held: Interval;
  /** Technologies whose claims it may read on, with their terms there. */
  readonly technologies: ReadonlyMap<string, ClaimTerms>;
}

export interface ClaimTerms {
  readonly valid: Interval;
  readonly readOn: Interval;
  readonly designAround: Interval;
}

/** The settings of a plan that decide what is made of the facts. */
export interface BetChoices {
  readonly years: number;
  /** USD m by year. */
  readonly money: readonly number[];
  readonly people: readonly { readonly field: string; readonly byYear: readonly number[] }[];
  /** Value of money left over as a part of itself. */
  readonly unspent: number;
  readonly weights: ObjectiveWeights;
  readonly generation: "any" | "next";
  readonly followUp: number | null;
  readonly originality: number | null;
  readonly diversification: number | null;
  readonly required: readonly string[];
}

export interface ObjectiveWeights {
  readonly resilience: number;
  readonly income: number;
  readonly clout: number;
}

/** What an opponent does in answer, as changes of what is assumed. */
export interface Reply {
  /** Part of the home's effort that rivals add; the input if absent. */
  readonly matched?: number;
  /** Takes claims as designed around as far as the interval allows. */
  readonly designsAround?: boolean;
  /** Takes claims as invalid as far as the interval allows. */
  readonly invalidates?: boolean;
  /** Rivals' effort as a multiple of what it is taken to be. */
  readonly rivals?: number;
  /** Begins all its acts in the first year: each act of a coalition that it is in. */
  readonly withholds?: string;
}
