import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { patentText } from "../text/patent.ts";

export const addPatent: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "patent <number>",
    summary: "all that is known of one patent: holders, classes, status, citations and what they tell",
    examples: ["patent US6103599", 'patent "US 2011/0185700 A1"', "patent 6,103,599 --as-of 2015-06-30 --json"],
    dated: true,
  }).action((number: string, options: CommonOptions) => ask(options, signal, (map) => map.patent(number), patentText));
};
