import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Ask } from "../answers/ask/ask.ts";
import { planCompareSchema } from "../answers/plan/explain/plan-compare-report.ts";
import { planExplainSchema } from "../answers/plan/explain/plan-explain-report.ts";
import { planListSchema, planOutlineSchema } from "../answers/plan/plan-outline-report.ts";
import { planReportSchema } from "../answers/plan/plan-report.ts";
import { LevermapError } from "../base/errors.ts";
import { sendError } from "./errors.ts";
import { planBodyLimit, planPath, tooFast } from "./guard.ts";
import { bodyFaults, fraction, loadFaults, name } from "./route-schemas.ts";

/** More would hold up everybody else who asks. A plan is solved three times: as asked, with more money and with more people. */
const mostSeconds = 30;
const usualSeconds = 10;

/** Budgets beside the plan, each solved anew, two at a time. */
const mostBudgets = 9;

/** Plans that are solved at the same time: each keeps a processor busy. */
const mostAtOnce = 2;

const ofReady = z.object({ id: name.describe("a ready plan, from /api/plans") });

const nothing = z.strictObject({});
const solving = z.strictObject({
  gap: fraction.describe("stop when a plan is within this part of the best (default: that of the plan)"),
  seconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostSeconds)
    .default(usualSeconds)
    .describe("stop after so long with the best plan so far, each of the two or three times that one is solved, and at each budget"),
});
const planQuestion = solving.extend({
  frontier: z.coerce
    .number()
    .int()
    .min(2)
    .max(mostBudgets)
    .optional()
    .describe("also the best plan of so many budgets, from none to twice the money; two are solved at a time"),
});
const explainQuestion = solving.extend({ programme: name.describe("a programme of the plan, by its id in the outline") });
const compareQuestion = solving.extend({ first: name.describe("a ready plan"), second: name.describe("another") });

/** The questions of `ask` on plans under `/api`: on ready ones by GET, on one of the caller's own by POST. */
export function addPlanRoutes(plain: FastifyInstance, ask: Ask): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const solve = createSolving();
  server.get(
    "/api/plans",
    { schema: { summary: "The ready plans", querystring: nothing, response: { 200: planListSchema, ...loadFaults } } },
    () => ask.plans(),
  );
  server.get(
    "/api/plans/compare",
    {
      schema: {
        summary: "Two ready plans: which programmes differ, and why",
        querystring: compareQuestion,
        response: { 200: planCompareSchema, ...loadFaults },
      },
    },
    ({ query: { first, second, ...options } }, reply) =>
      solve(reply, options, (signal) => ask.planCompare({ first: { id: first }, second: { id: second }, ...options, signal })),
  );
  server.get(
    "/api/plan/:id/outline",
    {
      schema: {
        summary: "What a ready plan chooses from, and on which inputs, without solving it",
        params: ofReady,
        querystring: nothing,
        response: { 200: planOutlineSchema, ...loadFaults },
      },
    },
    ({ params }) => ask.planOutline(params),
  );
  server.get(
    "/api/plan/:id/explain",
    {
      schema: {
        summary: "Why a programme is in a ready plan or out of it, and what would have to change",
        params: ofReady,
        querystring: explainQuestion,
        response: { 200: planExplainSchema, ...loadFaults },
      },
    },
    ({ params, query }, reply) => solve(reply, query, (signal) => ask.planExplain({ ...params, ...query, signal })),
  );
  server.get(
    "/api/plan/:id",
    {
      schema: {
        summary: "What a home should research and patent, how near the best that is, and where to file",
        params: ofReady,
        querystring: planQuestion,
        response: { 200: planReportSchema, ...loadFaults },
      },
    },
    ({ params, query }, reply) => solve(reply, query, (signal) => ask.plan({ ...params, ...query, signal })),
  );
  server.post(
    planPath,
    {
      bodyLimit: planBodyLimit,
      schema: {
        summary: "The same of a plan of one's own: the fields of a plan file as JSON",
        querystring: planQuestion,
        body: z.looseObject({}).describe("a plan file, in the form that `levermap plan --schema` prints"),
        response: { 200: planReportSchema, ...bodyFaults },
      },
    },
    ({ body, query }, reply) =>
      solve(reply, query, (signal) => ask.plan({ text: JSON.stringify(body), place: "the body of the request", ...query, signal })),
  );
}

/** Solves for a client as long as it is there, so many at a time; others are told to come again. */
function createSolving() {
  let running = 0;
  return async <T>(
    reply: FastifyReply,
    { seconds }: { readonly seconds: number },
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> => {
    const busy = running >= mostAtOnce ? tooFast(reply, seconds, "This server solves two plans at a time, and both are under way.") : null;
    if (busy !== null) return sendError(reply, busy);
    running += 1;
    try {
      return await work(goneSignal(reply));
    } finally {
      running -= 1;
    }
  };
}

/** Ends the work for a client that has gone. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort(new LevermapError("LM_INTERRUPTED", "The client has gone."));
  });
  return gone.signal;
}
