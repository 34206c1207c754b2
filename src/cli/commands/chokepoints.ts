import { chokepointsView } from "../../report/supply/chokepoints.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { printView } from "../print-view.ts";

interface ChokepointsOptions extends CommonOptions {
  readonly home?: string;
  readonly source?: string;
  readonly top?: number;
  readonly details?: boolean;
}

export const addChokepoints: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "chokepoints",
    summary: "technologies ranked by the loss one foreign holder could cause",
    examples: [
      "chokepoints",
      "chokepoints --home KR --top 5 --details",
      "chokepoints --home EU --as-of 2023-06-30 --json",
      "chokepoints --source eto",
    ],
    dated: true,
  })
    .option("--home <economy>", "whose weak links: an ISO 3166 alpha-2 code such as CN, or a group such as EU (default: the whole world)")
    .option("--source <source>", "answer from the shares of one loaded source only")
    .option("--top <number>", "how many of the ranked (default: 20)", wholeNumber("--top", 1, 10_000))
    .option(
      "--details",
      "all of it: causes, who else, how long, what to build, flags and imports of each; what is not applicable or unknown",
    )
    .action((options: ChokepointsOptions) => {
      const { home, source, top, details = false } = options;
      return ask(
        options,
        signal,
        (map) => map.chokepoints({ home, source, top }),
        (report, page) => printView(chokepointsView(report), page, { details }),
      );
    });
};
