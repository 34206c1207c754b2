import { constants, setPriority } from "node:os";
import { homesOf } from "../answers/shared/names.ts";
import { readModel } from "../answers/shared/read-model.ts";
import { keptRankings } from "../answers/supply/kept-lists.ts";
import { rankChokepoints } from "../answers/supply/ranking.ts";
import { quietEffects } from "../base/effects.ts";
import { withWorkspace } from "./with-workspace.ts";

/** What one process ranks: of the world and all homes each one in `parts`, from the `part`th on. */
export interface RankTask {
  readonly dir: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly part: number;
  readonly parts: number;
}

/** Sent before the end where not all was ranked. */
export interface RankFault {
  readonly message: string;
}

/** The process that started this one has gone, or wants it to end. */
process.once("disconnect", () => process.exit());

process.once("message", (task: RankTask) => {
  setPriority(constants.priority.PRIORITY_LOW);
  rankPart(task).then(
    () => process.disconnect(),
    (thrown: unknown) => process.send!({ message: String(thrown) } satisfies RankFault, () => process.disconnect()),
  );
});

const rankPart = ({ dir, asOf, part, parts }: RankTask): Promise<void> =>
  withWorkspace(dir, "read", quietEffects, async (workspace) => {
    const read = await readModel(workspace, { asOf });
    const kept = keptRankings(workspace, read);
    const homes = [undefined, ...homesOf(read).map(({ id }) => id)];
    for (const [at, home] of homes.entries()) if (at % parts === part) await rankChokepoints(read, home, 12, kept);
  });
