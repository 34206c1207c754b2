import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { blocksText } from "../text/blocks.ts";

interface BlocksOptions extends CommonOptions {
  readonly office?: string;
  readonly technology?: string;
  readonly top?: number;
  readonly evaluate?: boolean;
}

export const addBlocks: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "blocks",
    summary: "who was refused over whose documents, and who was kept out by whose patents",
    examples: ["blocks", "blocks --office KR --top 20", "blocks --technology hybrid-bonding --json", "blocks --evaluate"],
    dated: false,
  })
    .option("--office <office>", "office that refused, and jurisdiction of the cases: a two-letter code such as KR")
    .option("--technology <technology>", "refusals of its applications or over its documents, and cases, of this technology only")
    .option("--top <number>", "how many of each list (default: 10)", wholeNumber("--top", 1, 10_000))
    .option("--evaluate", "also rank documents by text and compare with what examiners found")
    .action(({ office, technology, top, evaluate, ...options }: BlocksOptions) =>
      ask(options, signal, (map) => map.blocks({ office, technology, top, evaluate }), blocksText),
    );
};
