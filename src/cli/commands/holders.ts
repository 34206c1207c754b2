import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { holderText } from "../text/holder.ts";
import { holderListText } from "../text/holders.ts";

interface HoldersOptions extends CommonOptions {
  readonly technology?: string;
  readonly top?: number;
}

export const addHolders: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "holders [name]",
    summary: "who holds patents, under which names, or all that is known of one holder",
    examples: ["holders", "holders --technology layer-transfer --top 5", 'holders "Silicon Genesis"'],
    dated: true,
  })
    .option("--technology <technology>", "the holders of this technology only")
    .option("--top <number>", "how many holders (default: 20)", wholeNumber("--top", 1, 10_000))
    .action((name: string | undefined, options: HoldersOptions) => {
      const { technology, top } = options;
      if (name === undefined) return ask(options, signal, (map) => map.holders({ technology, top }), holderListText);
      return ask(options, signal, (map) => map.holder({ name }), holderText);
    });
};
