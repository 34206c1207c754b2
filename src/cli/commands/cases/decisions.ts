import type { Command } from "commander";
import { LevermapError } from "../../../base/errors.ts";
import { addCommand, type CommonOptions, withContext } from "../../command.ts";
import { decidedText, severalText } from "./texts.ts";

interface DecisionOptions extends UserOptions {
  readonly note?: string;
  readonly file?: string;
}

const words = ["true", "false", "unsure", "undo"] as const;

/** `cases decide`, `cases confirm`, `cases refuse`. */
export function addDecisions(cases: Command, signal: AbortSignal): void {
  addCommand(cases, {
    usage: "decide [customer] [entry] [verdict]",
    summary: "decide a case: true (the customer is the listed party), false (it is not), unsure; undo takes the last decision back",
    examples: [
      'cases decide C-17 csl/us-entity-list/acme-co-ltd-cn false --user anna --note "born 1961, the listed one 1984"',
      "cases decide C-17 csl/us-entity-list/acme-co-ltd-cn undo --user anna",
      "cases decide --file decisions.csv --user anna",
    ],
    dated: false,
  })
    .option("--note <text>", "why")
    .option("--file <csv>", "several: columns customer, entry, verdict, and note where there is one")
    .option(...userOption)
    .action((customer: string | undefined, entry: string | undefined, verdict: string | undefined, options: DecisionOptions) =>
      withContext(options, signal, async (context) => {
        const library = await import("../../../library/cases/decide-case.ts");
        const user = userOf(options);
        if (options.file !== undefined) {
          requireAlone(customer);
          const { readCaseTable } = await import("../../../library/read-table.ts");
          const rows = await readCaseTable(options.file, ["verdict"], context.effects);
          const requests = rows.map(({ verdict: word, ...row }) => ({ ...row, verdict: verdictOf(word), user }));
          const several = await library.decideCases(context.workspace, requests, context.effects);
          if (several.faults.length > 0) process.exitCode = 2;
          return context.answer(several, severalText);
        }
        const request = { ...caseOf(customer, entry, "decide"), verdict: verdictOf(verdict ?? ""), user, note: options.note };
        await context.answer(await library.decideCase(context.workspace, request, context.effects), decidedText);
      }),
    );
  addSecond(cases, signal, "confirm", "confirm what another person decided, so that it takes effect");
  addSecond(cases, signal, "refuse", "refuse what was proposed: what was decided before holds");
}

function addSecond(cases: Command, signal: AbortSignal, name: "confirm" | "refuse", summary: string): void {
  const command = addCommand(cases, {
    usage: `${name} [customer] [entry]`,
    summary,
    examples: [
      `cases ${name} C-17 csl/us-entity-list/acme-co-ltd-cn --user ben`,
      ...(name === "confirm" ? ["cases confirm --file proposals.csv --user ben"] : []),
    ],
    dated: false,
  }).option("--note <text>", "why");
  if (name === "confirm") command.option("--file <csv>", "several: columns customer and entry");
  command.option(...userOption).action((customer: string | undefined, entry: string | undefined, options: DecisionOptions) =>
    withContext(options, signal, async (context) => {
      const { confirmCase, confirmCases, refuseCase } = await import("../../../library/cases/decide-case.ts");
      const user = userOf(options);
      if (options.file !== undefined) {
        requireAlone(customer);
        const { readCaseTable } = await import("../../../library/read-table.ts");
        const rows = await readCaseTable(options.file, [], context.effects);
        const several = await confirmCases(
          context.workspace,
          rows.map((row) => ({ ...row, user })),
          context.effects,
        );
        if (several.faults.length > 0) process.exitCode = 2;
        return context.answer(several, severalText);
      }
      const request = { ...caseOf(customer, entry, name), user, note: options.note };
      const act = name === "confirm" ? confirmCase : refuseCase;
      await context.answer(await act(context.workspace, request, context.effects), decidedText);
    }),
  );
}

function caseOf(
  customer: string | undefined,
  entry: string | undefined,
  name: string,
): { readonly customer: string; readonly entry: string } {
  if (customer !== undefined && entry !== undefined) return { customer, entry };
  throw new LevermapError("LM_USAGE", `\`cases ${name}\` takes a customer and an entry, or --file.`);
}

function requireAlone(customer: string | undefined): void {
  if (customer !== undefined) throw new LevermapError("LM_USAGE", "Give one case, or --file with several: not both.");
}

function verdictOf(verdict: string): (typeof words)[number] {
  const word = words.find((each) => each === verdict);
  if (word === undefined) throw new LevermapError("LM_USAGE", `A decision is ${words.join(", ")}, not "${verdict}".`, { verdict });
  return word;
}

export interface UserOptions extends CommonOptions {
  readonly user?: string;
}

/** Who does it: `--user`, else LEVERMAP_USER. */
export const userOf = ({ user }: UserOptions): string | undefined => user ?? process.env.LEVERMAP_USER;

export const userOption = ["--user <name>", "who does it (default: LEVERMAP_USER)"] as const;
