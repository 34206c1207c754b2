import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { leverageReportSchema } from "../answers/leverage/leverage-report.ts";
import { outsiderRoles } from "../leverage/outsiders.ts";
import { faults, fraction, name, names, seed } from "./route-schemas.ts";

/** So that one question takes seconds at most; the command line and the library take more. */
const mostParties = 8;
const mostDraws = 200;
const usualDraws = 100;

const question = z.strictObject({
  from: names
    .refine((codes) => (codes?.length ?? 0) <= mostParties, `at most ${mostParties}`)
    .describe("economies, groups or organisations; if absent, the economies with most supply"),
  on: name.optional().describe("one target of all of them; without it each against each"),
  technologies: names.describe("what is withheld; everything if absent"),
  horizon: z.coerce.number().int().min(1).max(60).optional().describe("mean over this many months, 12 if absent"),
  outsiders: z.enum(outsiderRoles).optional(),
  threshold: fraction.describe("loss of output above which a coalition is effective"),
  draws: z.coerce.number().int().min(0).max(mostDraws).default(usualDraws),
  seed,
});

/** The question of who has leverage over whom as a GET route under `/api`. */
export function addLeverageRoute(plain: FastifyInstance, ask: Ask): void {
  plain.withTypeProvider<ZodTypeProvider>().get(
    "/api/leverage",
    {
      schema: {
        summary: "Who could take how much from whom by withholding, at what cost",
        querystring: question,
        response: { 200: leverageReportSchema, ...faults },
      },
    },
    (request) => ask.leverage(request.query),
  );
}
