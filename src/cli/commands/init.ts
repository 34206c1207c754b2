import { createInterface } from "node:readline/promises";
import { LevermapError } from "../../base/errors.ts";
import type { LoadSummary } from "../../workspace/load.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";

interface InitOptions extends CommonOptions {
  readonly atlas?: string;
  readonly force?: boolean;
}

export const addInit: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "init",
    summary: "create a workspace from the bundled atlas",
    examples: ["init", "init --workspace maps/2026", "init --atlas my-atlas --force"],
    dated: false,
  })
    .option("--atlas <dir>", "another atlas in the layout of docs/data.md")
    .option("--force", "replace a workspace that is there; the old one is kept in its backups folder")
    .action((options: InitOptions) => withContext(options, signal, (context) => init(context, options)));
};

async function init(context: Context, { atlas, force = false }: InitOptions): Promise<void> {
  const { create } = await import("../../library/create.ts");
  const { workspace, effects } = context;
  const make = (replace: boolean): Promise<LoadSummary> => create(workspace, { atlas, force: replace, effects });
  const summary = await make(force).catch(async (thrown: unknown) => {
    if (!(thrown instanceof LevermapError) || thrown.code !== "LM_WORKSPACE_EXISTS" || context.json) throw thrown;
    const yes = await confirm(
      `There is a workspace in ${workspace} already. Replace it? The old one is kept in its backups folder.`,
      effects.signal,
    );
    if (!yes) throw thrown;
    return make(true);
  });
  await context.answer({ workspace, ...summary }, ({ rows, loads }) => {
    const [load] = loads;
    return `Created ${workspace} with ${rows} rows of the atlas${load?.edition ? `, edition ${load.edition}` : ""}.\nNext: levermap chokepoints, or levermap serve.`;
  });
}

/** Asks a yes-or-no question on the terminal; no is the default. `false` at once where no one can answer. */
async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `, { signal })).trim());
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    lines.close();
  }
}
