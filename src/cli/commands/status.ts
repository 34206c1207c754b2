import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { type StatusAnswer, statusText } from "../text/status.ts";

interface StatusOptions extends CommonOptions {
  readonly rejects?: string | true;
}

export const addStatus: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "status",
    summary: "what is loaded, from where, when, how many rows and rejects",
    examples: ["status", "status --rejects", "status --rejects 0f3a9c5d1e2b4a68 --json"],
    dated: false,
  })
    .option("--rejects [load-id]", "also the first 100 rejected records, of one load or of all")
    .action((options: StatusOptions) =>
      ask(
        options,
        signal,
        async (map): Promise<StatusAnswer> => {
          const { rejects } = options;
          const status = await map.status();
          return rejects === undefined ? status : { ...status, rejects: await map.rejects(rejects === true ? undefined : rejects) };
        },
        statusText,
      ),
    );
};
