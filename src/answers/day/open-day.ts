import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { Effects } from "../../base/effects.ts";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ControlData } from "../screen/control-data.ts";
import { dataState } from "../shared/data-state.ts";
import { measureLimits } from "../shared/measured.ts";
import { type ReadModel, readModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { type KeptParts, keptParts } from "./kept-parts.ts";

export interface DayOptions {
  /** The day the map is read as of, `YYYY-MM-DD`; `null`: none was asked for, so that it is today. */
  readonly askedDay: string | null;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What is read of lists and rules: the same on every day. */
  readonly data: ControlData;
  readonly effects: Effects;
  /** What tells the running code from other builds; with `null` no ranking and no plan is kept. Default: that of the product, from sources `null`. */
  readonly build: string | null | undefined;
}

/** What answers of one day have in common: what is read of an open workspace, each once. */
export interface OpenDay extends Omit<DayOptions, "build"> {
  readonly workspace: Workspace;
  /** `null`: nothing is kept. */
  readonly build: string | null;
  /** The day of answers, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The map, of all data or of one data set. */
  readonly read: (source?: string) => Promise<ReadModel>;
  /** The map of a day, `YYYY-MM-DD`; of that of answers if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  /** What to say of the age of the measures. Throws LM_NOT_MEASURED where the patents were never measured. */
  readonly measured: () => Promise<readonly string[]>;
  /** Keeps what several answers have in common. */
  readonly parts: KeptParts;
  /** Where answers are kept in a folder of the workspace while what they read stays the same; `null`: nowhere. */
  readonly kept: (folder: string, reads: readonly DataKind[]) => Promise<KeptAnswers | null>;
}

/** Maps of other days that are kept, for scenarios. */
const keptDays = 4;

/** Opens a workspace on one present day. The map is read once for each data set asked for. */
export function openDay(workspace: Workspace, { build = buildId, ...options }: DayOptions): OpenDay {
  const { askedDay, today, data } = options;
  const asOf = askedDay ?? today;
  const [models, days, limits] = [remembered<ReadModel>(), remembered<ReadModel>(keptDays), remembered<readonly string[]>()];
  const model = async (day: string, dataset?: string): Promise<ReadModel> =>
    readModel(workspace, { asOf: day, today, dataset, timeline: await data.timeline() });
  const read: OpenDay["read"] = (source) => models([source], () => model(asOf, source));
  return {
    ...options,
    workspace,
    build,
    asOf,
    read,
    readOn: (day = asOf) => (day === asOf ? read() : days([day], () => model(day))),
    measured: () => limits([], () => measureLimits(workspace)),
    parts: keptParts(workspace, [asOf, today], build),
    kept: async (folder, reads) =>
      build === null ? null : keptAnswers(join(workspace.dir, folder), [build, ...(await dataState(workspace, reads))]),
  };
}
