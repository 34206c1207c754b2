import { type AddCommand, addCommand, withContext } from "../command.ts";
import { purgedText } from "./cases/texts.ts";
import { type UserOptions, userOf, userOption } from "./cases/user.ts";

export const addPurge: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "purge",
    summary:
      "remove a customer for good: from all tables, from auditors' files in the workspace folder, and its bytes from the database file",
    examples: ["purge --customer C-17 --user anna"],
    dated: false,
  })
    .requiredOption("--customer <id>", "id of the customer")
    .option(...userOption)
    .action(({ customer, ...options }: UserOptions & { readonly customer: string }) =>
      withContext(options, signal, async (context) => {
        const { purgeCustomer } = await import("../../library/cases/purge.ts");
        const purged = await purgeCustomer(context.workspace, customer, { user: userOf(options), effects: context.effects });
        await context.answer(purged, purgedText);
      }),
    );
};
