import { LevermapError } from "../../base/errors.ts";
import { requireDay } from "../../library/day.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { controlsDiffText } from "../text/controls-diff.ts";
import { watchText } from "../text/watch.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;

export const addWatch: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "watch [from] [to]",
    summary: "what changed on lists, control lists and rules between two loads or two days",
    examples: ["watch", "watch 2026-06-01 2026-07-31", "watch 0f3a9c5d1e2b4a68 83f0902b65a76190"],
    dated: false,
  }).action((from: string | undefined, to: string | undefined, options: CommonOptions) => {
    if ((from === undefined) !== (to === undefined)) throw new LevermapError("LM_USAGE", "Name two loads or two days, or none.");
    if (from !== undefined && to !== undefined && (day.test(from) || day.test(to)))
      return ask(options, signal, (map) => map.controlsDiff({ from: requireDay(from), to: requireDay(to) }), controlsDiffText);
    return ask(options, signal, (map) => map.watch({ from, to }), watchText);
  });
};
