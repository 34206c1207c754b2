import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { LevermapError } from "../base/errors.ts";
import type { AuditTrail, TrailQuestion } from "../library/audit-trail.ts";
import { faults } from "./route-schemas.ts";

const text = z.string().nullable();
const writeSchema = z.object({
  begun: z.string().describe("UTC, ISO 8601"),
  ended: text.describe("null: stopped at once, or under way"),
  what: z.string().describe("as the command is called that did it"),
  about: text.describe("such as the source that was loaded"),
  user: text.describe("as the user was named; null: no name was given"),
  account: z.string().describe("of the system that the program ran under"),
  via: z.string(),
  state: z.enum(["done", "failed", "unfinished"]),
  fault: text.describe("code of the error that it ended with"),
  before: text.describe("generation; null: there was no workspace, or it could not be read"),
  after: text.describe("generation; null: nothing was published, or it is not known"),
});
const trailSchema = z.object({
  writes: z.array(writeSchema).describe("the latest last"),
  left: z.number().describe("earlier ones left out"),
});

/** The trail of writes, for administrators. `read`: absent where a server has no workspace of its own. */
export function addAuditRoute(plain: FastifyInstance, read: ((asked: TrailQuestion) => Promise<AuditTrail>) | undefined): void {
  plain.withTypeProvider<ZodTypeProvider>().get(
    "/api/audit",
    {
      config: { role: "administrator" },
      schema: {
        operationId: "audit",
        tags: ["workspace"],
        summary: "Who wrote what to the workspace and when, with the generations before and after; for administrators",
        querystring: z.strictObject({
          since: z
            .string()
            .max(10)
            .optional()
            .describe("writes that began on this day or later, YYYY-MM-DD")
            .meta({ examples: ["2026-11-01"] }),
          last: z.number().int().min(1).max(10_000).optional().describe("the most writes, the latest (100)"),
        }),
        response: { 200: trailSchema, ...faults({ errors: ["LM_USAGE", "LM_SERVER_NOT_FOUND"] }) },
      },
    },
    async ({ query }) => {
      if (read === undefined) throw new LevermapError("LM_SERVER_NOT_FOUND", "This server keeps no trail of writes.");
      const { writes, left } = await read(query);
      return { writes: [...writes], left };
    },
  );
}
