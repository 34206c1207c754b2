import { present } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import type { PurgeOf } from "../../library/cases/purge.ts";
import { type AddCommand, addCommand, type Context, withContext } from "../command.ts";
import { type UserOptions, userOf, userOption } from "./cases/decisions.ts";
import { oldText, purgedText } from "./cases/texts.ts";

interface PurgeCommand extends UserOptions {
  readonly customer?: string;
  readonly name?: string;
  readonly closedBefore?: string;
  readonly decidedBefore?: string;
  readonly byAge?: boolean;
}

export const addPurge: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "purge",
    summary:
      "remove a customer for good: from all tables and backups, from auditors' files in the workspace folder, and its bytes from the database file",
    examples: [
      "purge --customer C-17 --user anna",
      'purge --name "Wei Wang" --user anna',
      "purge --closed-before 2021-11-29 --user anna",
      "purge --by-age --user anna",
    ],
    dated: false,
  })
    .option("--customer <id>", "id of the customer")
    .option("--name <name>", "a name that was decided on without a customer")
    .option("--closed-before <date>", "all customers that were closed before this day, YYYY-MM-DD, and did not come back")
    .option("--decided-before <date>", "all names without a customer on which nothing was decided since this day, YYYY-MM-DD")
    .option("--by-age", "all that is older than `keep` in settings.yaml says: customers, decisions, backups, answers, the trail of writes")
    .option(...userOption)
    .action((options: PurgeCommand) =>
      withContext(options, signal, async (context) => {
        if (options.byAge) return purgeByAge(context, options);
        const { purge } = await import("../../library/cases/purge.ts");
        const purged = await purge(context.workspace, asked(options), { user: userOf(options), effects: context.effects });
        await context.answer(purged, purgedText);
      }),
    );
};

async function purgeByAge(context: Context, options: PurgeCommand): Promise<void> {
  if (chosen(options).length > 0) throw new LevermapError("LM_USAGE", "--by-age stands alone.");
  const { purgeOld } = await import("../../library/retention/purge-old.ts");
  const { dayOf } = await import("../../library/day.ts");
  const today = dayOf(context.effects.clock.now());
  await context.answer(await purgeOld(context.workspace, { today, user: userOf(options), effects: context.effects }), oldText);
}

const chosen = ({ customer, name, closedBefore, decidedBefore }: PurgeCommand): readonly string[] =>
  present(customer, name, closedBefore, decidedBefore);

/** Exactly one of them. */
function asked(options: PurgeCommand): PurgeOf {
  const { customer, name, closedBefore, decidedBefore } = options;
  if (chosen(options).length !== 1)
    throw new LevermapError(
      "LM_USAGE",
      "Say whom to remove with --customer, --name, --closed-before, --decided-before or --by-age, one of them.",
    );
  if (decidedBefore !== undefined) return { decidedBefore };
  if (customer !== undefined) return { customer };
  if (name !== undefined) return { name };
  return { closedBefore: closedBefore ?? "" };
}
