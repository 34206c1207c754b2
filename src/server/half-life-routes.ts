import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { halfLifeReportSchema } from "../answers/half-life/half-life-report.ts";
import { halfLifeScoreSchema } from "../answers/half-life/half-life-score-report.ts";
import { faults, name, seed } from "./route-schemas.ts";

/** What one request may ask of the processor. */
const draws = z.coerce.number().int().min(10).max(5000).optional().describe("draws (default: 2000; at most 5000)");

const questions = {
  halfLife: z.strictObject({
    home: name.optional().describe("economy or group it is withheld from; without it, all the world but the holder"),
    holder: name.optional().describe("economy or group that holds it; without it, whoever could cost the home most"),
    draws,
    seed,
  }),
  score: z.strictObject({ source: name.describe("the source whose last two editions are compared"), draws, seed }),
};

/** The questions of `ask` on half-lives as GET routes under `/api`. */
export function addHalfLifeRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get(
    "/api/half-life/:technology",
    {
      schema: {
        summary: "How long half the force of a chokepoint lasts, and what withholding it does now or later",
        params: z.object({ technology: name }),
        querystring: questions.halfLife,
        response: { 200: halfLifeReportSchema, ...faults },
      },
    },
    (request) => ask.halfLife({ technology: request.params.technology, ...request.query }),
  );
  server.get(
    "/api/half-life",
    {
      schema: {
        summary: "Half-lives held against two editions of a data set",
        querystring: questions.score,
        response: { 200: halfLifeScoreSchema, ...faults },
      },
    },
    (request) => ask.halfLifeScore(request.query),
  );
}
