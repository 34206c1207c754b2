import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";
import type { CourseTarget } from "./parties.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";

/** What a course is asked. */
export interface CourseQuestion {
  readonly model: SupplyModel;
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  /** Codes with places in the inputs, including targets and senders. */
  readonly parties: readonly string[];
  /** Outsiders fill in; otherwise `f = 0`. */
  readonly backfill: boolean;
  /** The touched network, if known from another course on the same technologies. */
  readonly network?: Network | undefined;
  /** What the first target comes to make anew, whoever it replaces. */
  readonly added?: readonly AddedMaking[] | undefined;
}

/** Making that is added to a technology's supply at home, as far as its own inputs allow, before stock and installed base are drawn on. */
export interface AddedMaking {
  /** The technology whose use it serves. */
  readonly serves: number;
  /** The technology whose inputs it needs: the same, or one that takes its place; whole where it comes later in the network or is untouched. */
  readonly makes: number;
  /** Part of the target's need by step, 0..1. */
  readonly part: Float64Array;
}
