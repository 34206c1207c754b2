import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { itemText } from "../text/item.ts";

interface ItemOptions extends CommonOptions {
  readonly to?: string;
  readonly top?: number;
}

export const addItem: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "item <words...>",
    summary: "an entry of the control list, by its number or by words, and whether it asks for a licence",
    examples: ["item 3B001.f.1 --to CN", 'item "atomic layer deposition of metal" --to NL', "item 3B001"],
    dated: true,
  })
    .option("--to <country>", "destination of the licence question, ISO 3166 alpha-2 such as CN")
    .option("--top <number>", "how many places that words find (default: 10)", wholeNumber("--top", 1, 1000))
    .action((words: readonly string[], options: ItemOptions) =>
      ask(options, signal, (map) => map.item({ query: words.join(" "), destination: options.to, top: options.top }), itemText),
    );
};
