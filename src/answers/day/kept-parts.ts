import { join } from "node:path";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { type KeptAnswers, keptAnswers } from "../../workspace/kept-answers.ts";
import type { Json } from "../../workspace/kept-files.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { dataState } from "../shared/data-state.ts";
import { remembered } from "../shared/remembered.ts";
import { restingOn } from "../shared/resting-on.ts";

/** What several answers have in common and takes long, of plain JSON. */
export interface Part<T> {
  readonly name: string;
  /** All that decides it beside the day and the data. */
  readonly of: Json;
  readonly reads: readonly DataKind[];
  make(): Promise<T>;
}

/** Gives a part as it is kept, or makes it and keeps it. It names of the loads those that it may rest on. */
export type KeptParts = <T extends object>(part: Part<T>) => Promise<T>;

/** Files that stay: of 149 technologies two each, of economies one each, on two states of the data, and what is asked for beside. */
const mostFiles = 2000;

/**
 * Parts kept in `parts/` of the workspace for as long as the kinds of data that they read stay the same: where a list is loaded, what is said of technologies is made
 * anew without what does not rest on lists.
 * @param days that the map is read as of, and that the question is put on
 * @param build what tells the running code from other builds; `null`: nothing is kept
 */
export function keptParts(workspace: Workspace, days: readonly string[], build: string | null): KeptParts {
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
