import { join } from "node:path";
import { LevermapError } from "../base/errors.ts";
import type { Levermap } from "../library/open.ts";
import { whyUnready } from "../library/why-unready.ts";
import { fileIdentity } from "../workspace/database.ts";
import { databaseName } from "../workspace/open.ts";
import { Live, type LiveOptions, type Serving } from "./live.ts";
import type { Unready } from "./unready.ts";
import { openDesk } from "./work/open-desk.ts";

export interface OpenServingOptions extends Pick<LiveOptions, "moved" | "failed"> {
  readonly dir: string;
  /** `YYYY-MM-DD`; `null`: the day of each question. */
  readonly asOf: string | null;
  readonly workers?: number | undefined;
  /** What is answered until the workspace can be opened; absent: it is waited for. */
  readonly unready?: Unready | undefined;
  /** Opens the workspace of now. */
  open(): Promise<Levermap>;
  /** Reads what the first questions would wait for. */
  prepare(map: Levermap): Promise<void>;
}

/** Serves a workspace that may be written meanwhile: a writer puts another file in the place of the one that is open here. */
export async function openServing({ dir, asOf, workers, open, prepare, unready, ...told }: OpenServingOptions): Promise<Live> {
  const path = join(dir, databaseName);
  let held = await fileIdentity(path);
  const serve = async (): Promise<Serving> => {
    const map = await open();
    try {
      await prepare(map);
      const desk = await openDesk({ map, asOf, workers });
      const close = async (): Promise<void> => {
        await desk.close();
        map.close();
      };
      return { ask: map, desk, generation: map.generation, unready: await whyUnready(map), close };
    } catch (thrown) {
      map.close();
      throw thrown;
    }
  };
  const next = async (): Promise<Serving | null> => {
    const found = await fileIdentity(path);
    if (found === null) unready?.because(new LevermapError("LM_WORKSPACE_MISSING", "There is no workspace."));
    if (found === null || found === held) return null;
    const serving = await serve();
    held = found;
    return serving;
  };
  if (unready !== undefined) {
    held = null;
    const live = new Live(unready, { ...told, next });
    void live.look();
    return live;
  }
  return new Live(await serve(), { ...told, next });
}
