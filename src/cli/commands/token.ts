import { LevermapError } from "../../base/errors.ts";
import type { Role } from "../../server/users.ts";
import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";

export const addToken: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "token <name>",
    summary: "a new token for a user of a server, and the line for its file of users, which keeps only a digest",
    examples: ["token anna --role officer", "token anna --role officer >> users.yaml   (the token itself goes to standard error)"],
    dated: false,
  })
    .option("--role <role>", "reader, analyst, officer or administrator", "reader")
    .action((name: string, { role, ...options }: CommonOptions & { readonly role: string }) =>
      withContext(options, signal, async (context) => {
        const { requireUser } = await import("../../library/cases/user.ts");
        const { newToken, roles } = await import("../../server/users.ts");
        if (!roles.includes(role as Role))
          throw new LevermapError("LM_USAGE", `A role is one of ${roles.join(", ")}, not "${role}".`, { role });
        const user = requireUser(name);
        const { token, digest } = newToken();
        if (!context.json) context.effects.log.warn(`The token of ${user}, which is kept nowhere: ${token}`);
        const line = `  - { name: "${user}", role: ${role}, token: "${digest}" }`;
        await context.answer({ name: user, role, token, digest }, () => line);
      }),
    );
};
