import type { Command } from "commander";
import { LevermapError } from "../../base/errors.ts";
import type { Decided } from "../../library/decide.ts";
import { addCommand, withContext } from "../command.ts";
import type { CommonOptions } from "../context.ts";

interface DecideOptions extends CommonOptions {
  readonly note?: string;
}

const words = ["true", "false", "unsure", "undo"] as const;

/** `screen decide`: what people decided on a hit. */
export function addDecide(screen: Command, signal: AbortSignal): void {
  addCommand(screen, {
    usage: "decide <name> <entry> <verdict>",
    summary: "keep what you decided on a hit: true (one party), false (another), unsure; undo takes it back",
    examples: [
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn false --note "another Acme, by its address"',
      'screen decide "Acme" csl/us-entity-list/acme-co-ltd-cn undo',
    ],
    dated: false,
  })
    .option("--note <text>", "why")
    .action((name: string, entry: string, verdict: string, options: DecideOptions) =>
      withContext(options, signal, async (context) => {
        const word = words.find((each) => each === verdict);
        if (word === undefined) throw new LevermapError("LM_USAGE", `A decision is ${words.join(", ")}, not "${verdict}".`, { verdict });
        const { decide } = await import("../../library/decide.ts");
        const decided = await decide(context.workspace, { name, entry, verdict: word, note: options.note }, context.effects);
        await context.answer(decided, decidedText);
      }),
    );
}

const decidedText = ({ decision, undone }: Decided): string =>
  decision !== null
    ? `Decided ${decision.verdict} on "${decision.name}" and ${decision.entry}. Screening shows it again.`
    : `Took back "${undone?.verdict}" on "${undone?.name}" and ${undone?.entry}.`;
