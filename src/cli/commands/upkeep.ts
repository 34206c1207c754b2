import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import type { Soundness } from "../../library/upkeep.ts";
import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";

export const addBackup: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "backup",
    summary: "copy the workspace to a file, also while it is served; it holds customers and notes too",
    examples: ["backup", "backup --out /safe/levermap-friday.duckdb"],
    dated: false,
  })
    .option("--out <file>", "the file to make (default: a new one in the backups folder of the workspace)")
    .action(({ out, ...options }: CommonOptions & { readonly out?: string }) =>
      withContext(options, signal, async (context) => {
        const { backup } = await import("../../library/upkeep.ts");
        await context.answer(
          await backup(context.workspace, out, context.effects),
          ({ path, bytes }) => `Copied to ${path}, ${bytes} bytes.`,
        );
      }),
    );
};

export const addRestore: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "restore <file>",
    summary: "put a backup in the place of the workspace, which is kept in its backups folder",
    examples: ["restore levermap-data/backups/levermap-v10-20261128T120000-000Z.duckdb"],
    dated: false,
  }).action((file: string, options: CommonOptions) =>
    withContext(options, signal, async (context) => {
      const { restore } = await import("../../library/upkeep.ts");
      await restore(context.workspace, file, context.effects);
      await context.answer({ restored: file }, ({ restored }) => `Restored ${restored} to ${context.workspace}.`);
    }),
  );
};

/** Ends with LM_WORKSPACE_UNSOUND where something is wrong, after it was told. */
export const addCheckWorkspace: AddCommand = (check, signal) => {
  addCommand(check, {
    usage: "workspace",
    summary: "whether the workspace is whole: its structure, its sums, and its rows against what the loads say",
    examples: ["check workspace", "check workspace --json"],
    dated: false,
  }).action((options: CommonOptions) =>
    withContext(options, signal, async (context) => {
      const { checkWorkspace } = await import("../../library/upkeep.ts");
      const found = await checkWorkspace(context.workspace, context.effects);
      await context.answer(found, soundnessText);
      if (found.problems.length > 0)
        throw new LevermapError("LM_WORKSPACE_UNSOUND", `${counted(found.problems.length, "problem")} of ${found.workspace}.`);
    }),
  );
};

const soundnessText = ({ workspace, rows, measured, problems }: Soundness): string =>
  [
    problems.length === 0 ? `${workspace} is whole: ${counted(rows, "row")} read.` : `${workspace} is not whole:`,
    ...problems.map(({ what }) => `  ${what}`),
    ...(measured ? [] : ["The measures are older than the loads. Next: levermap measure"]),
  ].join("\n");
