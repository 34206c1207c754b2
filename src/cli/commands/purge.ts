import { LevermapError } from "../../base/errors.ts";
import type { PurgeOf } from "../../library/cases/purge.ts";
import { type AddCommand, addCommand, withContext } from "../command.ts";
import { purgedText } from "./cases/texts.ts";
import { type UserOptions, userOf, userOption } from "./cases/user.ts";

interface PurgeCommand extends UserOptions {
  readonly customer?: string;
  readonly name?: string;
  readonly closedBefore?: string;
}

export const addPurge: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "purge",
    summary:
      "remove a customer for good: from all tables and backups, from auditors' files in the workspace folder, and its bytes from the database file",
    examples: ["purge --customer C-17 --user anna", 'purge --name "Wei Wang" --user anna', "purge --closed-before 2021-11-29 --user anna"],
    dated: false,
  })
    .option("--customer <id>", "id of the customer")
    .option("--name <name>", "a name that was decided on without a customer")
    .option("--closed-before <date>", "all customers that were closed before this day, YYYY-MM-DD, and did not come back")
    .option(...userOption)
    .action((options: PurgeCommand) =>
      withContext(options, signal, async (context) => {
        const { purge } = await import("../../library/cases/purge.ts");
        const purged = await purge(context.workspace, asked(options), { user: userOf(options), effects: context.effects });
        await context.answer(purged, purgedText);
      }),
    );
};

/** Exactly one of the three. */
function asked({ customer, name, closedBefore }: PurgeCommand): PurgeOf {
  const given = [customer, name, closedBefore].filter((each) => each !== undefined);
  if (given.length !== 1)
    throw new LevermapError("LM_USAGE", "Say whom to remove with --customer, --name or --closed-before, one of them.");
  if (customer !== undefined) return { customer };
  if (name !== undefined) return { name };
  return { closedBefore: closedBefore ?? "" };
}
