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
}
