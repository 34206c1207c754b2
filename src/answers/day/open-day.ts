import { join } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { Effects } from "../../base/effects.ts";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Json } from "../../workspace/kept-files.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ControlData } from "../screen/control-data.ts";
import { dataState } from "../shared/data-state.ts";
import { measureLimits } from "../shared/measured.ts";
import { type ReadModel, readModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import { restingOn } from "../shared/resting-on.ts";

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

/** What several answers have in common and takes long, of plain JSON. */
interface Part<T> {
  readonly name: string;
  /** All that decides it beside the day and the data. */
  readonly of: Json;
  readonly reads: readonly DataKind[];
  make(): Promise<T>;
}

/** Gives a part as it is kept, or makes it and keeps it. It names of the loads those that it may rest on. */
type KeptParts = <T extends object>(part: Part<T>) => Promise<T>;

/** Files that stay: of 149 technologies two each, of economies one each, on two states of the data, and what is asked for beside. */
const mostFiles = 2000;

/**
 * Parts kept in `parts/` of the workspace for as long as the kinds of data that they read stay the same: where a list is loaded, what is said of technologies is made
 * anew without what does not rest on lists.
 * @param days that the map is read as of, and that the question is put on
 * @param build what tells the running code from other builds; `null`: nothing is kept
 */
function keptParts(workspace: Workspace, days: readonly string[], build: string | null): KeptParts {
  const stores = remembered<KeptAnswers | null>();
  const storeOf = (reads: readonly DataKind[]): Promise<KeptAnswers | null> =>
    stores([reads], async () =>
      build === null ? null : keptAnswers(join(workspace.dir, "parts"), [build, reads, ...(await dataState(workspace, reads))], mostFiles),
    );
  return async <T extends object>({ name, of, reads, make }: Part<T>): Promise<T> => {
    const [store, key] = [await storeOf(reads), [name, days, of]];
    const found = (await store?.read(key)) ?? null;
    if (found !== null) return found as T;
    const made = await restingOn({ reads }, await make(), () => workspace.status());
    await store?.write(key, made);
    return made;
  };
}
