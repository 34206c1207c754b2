import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { publishedReportSchema } from "../answers/scenario/compare/published-report.ts";
import { scenarioListSchema, simulateReportSchema } from "../answers/scenario/simulate-report.ts";
import { faults, name, seed } from "./route-schemas.ts";

/** More would hold up everybody else who asks. */
const mostDraws = 5_000;

/** The same for a dozen scenarios at once. */
const mostDrawsOfAll = 500;

const draws = z.coerce.number().int().min(1).max(mostDraws).optional().describe("samples of all inputs (2,000)");

const questions = {
  nothing: z.strictObject({}),
  simulate: z.strictObject({
    id: name.describe("a ready scenario, from /api/scenarios"),
    draws,
    seed,
  }),
  published: z.strictObject({
    scenario: name.optional().describe("a ready scenario; without it all that have published figures"),
    draws: z.coerce.number().int().min(1).max(mostDrawsOfAll).default(mostDrawsOfAll).describe("samples of all inputs"),
    seed,
  }),
};

/** The questions of `ask` on ready scenarios as GET routes under `/api`. */
export function addScenarioRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get(
    "/api/scenarios",
    { schema: { summary: "The ready scenarios", querystring: questions.nothing, response: { 200: scenarioListSchema, ...faults } } },
    () => ask.scenarios(),
  );
  server.get(
    "/api/simulate",
    {
      schema: {
        summary: "What a ready scenario does over five years, to whom, at what cost, and how sure",
        querystring: questions.simulate,
        response: { 200: simulateReportSchema, ...faults },
      },
    },
    ({ query }) => ask.simulate(query),
  );
  server.get(
    "/api/published",
    {
      schema: {
        summary: "What others published on the questions of the ready scenarios, each figure beside ours, and why they differ",
        querystring: questions.published,
        response: { 200: publishedReportSchema, ...faults },
      },
    },
    ({ query }) => ask.published(query),
  );
}
