import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { portfolioText } from "../text/portfolio.ts";

interface PortfolioOptions extends CommonOptions {
  readonly technology?: string;
  readonly jurisdiction?: string;
  readonly top?: number;
}

export const addPortfolio: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "portfolio <holder>",
    summary: "what a holder's patents hold today, what they block, and questions on filing, licences and letting go",
    examples: [
      "portfolio soitec",
      "portfolio soitec --technology layer-transfer --jurisdiction US",
      'portfolio "Silicon Genesis" --top 3 --json',
    ],
    dated: true,
  })
    .option("--technology <technology>", "families of this technology only")
    .option("--jurisdiction <office>", "families with a document at this office only, a two-letter code such as US (default: any office)")
    .option("--top <number>", "how many of each list, and how many technologies are judged (default: 5)", wholeNumber("--top", 1, 10_000))
    .action((holder: string, { technology, jurisdiction, top, ...options }: PortfolioOptions) =>
      ask(options, signal, (map) => map.portfolio({ holder, technology, jurisdiction, top }), portfolioText),
    );
};
