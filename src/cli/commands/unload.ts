import { type AddCommand, addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";

export const addUnload: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "unload <load-id>",
    summary: "remove a load; the one it had replaced counts again",
    examples: ["unload 0f3a9c5d1e2b4a68"],
    dated: false,
  }).action((id: string, options: CommonOptions) =>
    withContext(options, signal, async (context) => {
      const { unload } = await import("../../library/load.ts");
      await unload(context.workspace, id, context.effects);
      await context.answer({ unloaded: id }, ({ unloaded }) => `Removed load ${unloaded}.`);
    }),
  );
};
