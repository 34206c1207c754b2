import { wholeState } from "../answers/shared/data-state.ts";
import { keepState } from "../answers/shared/kept-state.ts";
import { openWorkspace } from "../workspace/open.ts";
import { renewWorkspace } from "./renew.ts";

/** Keeps what is told of the data of a workspace beside it, where that is not there yet. Never a reason for an error: without it the database is asked. */
export async function keepStateOf(dir: string): Promise<void> {
  await keepState(dir, async () => {
    const workspace = await openWorkspace(dir, { mode: "read", renew: renewWorkspace });
    return wholeState(workspace).finally(() => workspace.close());
  }).catch(() => undefined);
}
