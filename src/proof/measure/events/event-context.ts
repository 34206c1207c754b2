import type { OutputModel } from "./course-output.ts";
import type { KnownParameters } from "./known-parameters.ts";
import type { Shock } from "./shock.ts";

/** What every row of an event is predicted from. */
export interface EventContext {
  readonly known: KnownParameters;
  readonly shock: Shock;
  readonly outputModel: OutputModel;
}
