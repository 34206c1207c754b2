import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { answerMatch } from "../answers/screen/match.ts";
import { matchBodySchema, matchReportSchema, nameCount } from "../answers/screen/match-report.ts";
import { fraction, name, names } from "../answers/shared/fields.ts";
import { sendError } from "./errors.ts";
import { matchBodyLimit, matchPath, tooFast } from "./guard.ts";
import type { RateGate } from "./rate.ts";
import { bodyFaults } from "./route-schemas.ts";

/** Parameters of the OpenSanctions matching API; those that are not here are accepted and named in the answer as ignored. */
const parameters = z.looseObject({
  limit: z.number().int().min(1).max(500).optional().describe("the most results of each query (5)"),
  threshold: fraction.optional().describe("from this score on a result is a match; without it, the fitted score of its kind"),
  cutoff: fraction.optional().describe("from this score on a result is shown (0.5)"),
  include_dataset: names.optional().describe("only these lists"),
});

/** Matches names in the shape of the OpenSanctions API, so that its clients can ask this server. Each name counts against `gate`. */
export function addMatchRoute(plain: FastifyInstance, ask: Ask, gate: RateGate): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    matchPath,
    {
      bodyLimit: matchBodyLimit,
      schema: {
        operationId: "match",
        tags: ["screening"],
        summary: "Screens entities against the loaded lists, in the shape of the OpenSanctions matching API",
        params: z.object({ dataset: name.describe("a list, or default: all lists that are loaded") }),
        querystring: parameters,
        body: matchBodySchema,
        response: { 200: matchReportSchema, ...bodyFaults({ errors: ["LM_NO_LISTS"] }) },
      },
      // The request itself has been counted as one name.
      preHandler: async (request, reply) => {
        const fault = tooFast(reply, gate.wait(request.ip, Math.max(0, nameCount(request.body.queries) - 1)));
        return fault === null ? undefined : sendError(reply, fault);
      },
    },
    ({ params, query: { limit, threshold, cutoff, include_dataset, ...others }, body }) => {
      const ignored = Object.keys(others);
      const question = { dataset: params.dataset, queries: body.queries, limit, threshold, cutoff, include_dataset, ignored };
      return answerMatch((asked) => ask.screen(asked), question);
    },
  );
}
