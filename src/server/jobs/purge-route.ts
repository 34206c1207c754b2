import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { LevermapError } from "../../base/errors.ts";
import { keptLimit, purgesPath } from "../guard.ts";
import { bodyFaults } from "../route-schemas.ts";
import { jobSchema } from "./job.ts";
import type { Jobs } from "./jobs.ts";
import { purgeAskedSchema, requireDays } from "./purge-asked.ts";

/** Removes customers and names for good, for administrators who are known by name. */
export function addPurgeRoute(plain: FastifyInstance, allowed: () => Jobs): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    purgesPath,
    {
      bodyLimit: keptLimit,
      config: { role: "administrator" },
      schema: {
        operationId: "postPurge",
        tags: ["workspace"],
        summary:
          "Removes a customer, a name, or what is older than a day or the settings, for good, as `levermap purge` does; for administrators",
        body: purgeAskedSchema,
        response: { 202: jobSchema, ...bodyFaults({ errors: ["LM_USAGE", "LM_DISK_SPACE", "LM_SERVER_TOO_MANY"] }) },
      },
    },
    async ({ body, user }, reply) => {
      const jobs = allowed();
      if (user === null || user.name === "anybody")
        throw new LevermapError("LM_SERVER_TOKEN_NEEDED", "A purge is asked for by a user with a name: use a token of your own.");
      requireDays(body);
      const asked = { what: "purge", source: null, file: null, edition: null, user: user.name } as const;
      return reply.code(202).send(await jobs.post(asked, Readable.from([Buffer.from(JSON.stringify(body))])));
    },
  );
}
