import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask.ts";
import { planListSchema, planOutlineSchema } from "../answers/plan-outline-report.ts";
import { planReportSchema } from "../answers/plan-report.ts";
import { LevermapError } from "../base/errors.ts";
import { sendError } from "./errors.ts";
import { tooFast } from "./guard.ts";
import { fraction, loadFaults, name } from "./route-schemas.ts";

/** More would hold up everybody else who asks. A plan is solved three times: as asked, with more money and with more people. */
const mostSeconds = 30;
const usualSeconds = 10;

/** Budgets beside the plan, each solved anew, two at a time. */
const mostBudgets = 9;

/** Plans that are solved at the same time: each keeps a processor busy. */
const mostAtOnce = 2;

const ofReady = z.object({ id: name.describe("a ready plan, from /api/plans") });

const questions = {
  nothing: z.strictObject({}),
  plan: z.strictObject({
    gap: fraction.describe("stop when the plan is within this part of the best (default: that of the plan)"),
    seconds: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostSeconds)
      .default(usualSeconds)
      .describe("stop after so long with the best plan so far, each of the three times that it is solved, and at each budget"),
    frontier: z.coerce
      .number()
      .int()
      .min(2)
      .max(mostBudgets)
      .optional()
      .describe("also the best plan of so many budgets, from none to twice the money; two are solved at a time"),
  }),
};

/** The questions of `ask` on ready plans as GET routes under `/api`. */
export function addPlanRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  let running = 0;
  server.get(
    "/api/plans",
    { schema: { summary: "The ready plans", querystring: questions.nothing, response: { 200: planListSchema, ...loadFaults } } },
    () => ask.plans(),
  );
  server.get(
    "/api/plan/:id/outline",
    {
      schema: {
        summary: "What a ready plan chooses from, and on which inputs, without solving it",
        params: ofReady,
        querystring: questions.nothing,
        response: { 200: planOutlineSchema, ...loadFaults },
      },
    },
    ({ params }) => ask.planOutline(params),
  );
  server.get(
    "/api/plan/:id",
    {
      schema: {
        summary: "What a home should research and patent, how near the best that is, and where to file",
        params: ofReady,
        querystring: questions.plan,
        response: { 200: planReportSchema, ...loadFaults },
      },
    },
    async ({ params, query }, reply) => {
      const busy =
        running >= mostAtOnce ? tooFast(reply, query.seconds, "This server solves two plans at a time, and both are under way.") : null;
      if (busy !== null) return sendError(reply, busy);
      running += 1;
      try {
        return await ask.plan({ ...params, ...query, signal: goneSignal(reply) });
      } finally {
        running -= 1;
      }
    },
  );
}

/** Ends the work for a client that has gone. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort(new LevermapError("LM_INTERRUPTED", "The client has gone."));
  });
  return gone.signal;
}
