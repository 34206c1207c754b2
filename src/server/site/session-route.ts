import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { type Access, sessionCookie, userByToken } from "../access.ts";
import { sendError } from "../errors.ts";
import { sessionPath } from "../guard.ts";

/** Seconds for which a browser keeps a token: a working day. */
const kept = 12 * 3600;

/** Lets a browser keep its token where no script can read it, so that pages can be asked for by their addresses; an empty token forgets it. */
export function addSession(plain: FastifyInstance, access: Access, base: string): void {
  plain
    .withTypeProvider<ZodTypeProvider>()
    .post(
      sessionPath,
      { schema: { hide: true, body: z.strictObject({ token: z.string().max(200) }) } },
      async ({ body: { token }, protocol }, reply) => {
        const forget = token === "";
        if (!forget && (/[^\x21-\x7e]|[;,"\\]/.test(token) || userByToken(token, access) === null))
          return sendError(reply, new LevermapError("LM_SERVER_TOKEN_WRONG", "The server did not take that token."));
        const value = `${sessionCookie}=${token}; Path=${base}/; Max-Age=${forget ? 0 : kept}; HttpOnly; SameSite=Strict${protocol === "https" ? "; Secure" : ""}`;
        return reply.header("set-cookie", value).send({ kept: !forget });
      },
    );
}
