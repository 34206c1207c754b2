import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { answerMatch } from "../answers/screen/match.ts";
import { badQueries, matchBodySchema, matchReportSchema, nameCount } from "../answers/screen/match-report.ts";
import { fraction, name, names } from "../answers/shared/fields.ts";
import type { HttpOf, Question } from "../answers/shared/question.ts";
import { statusOutside } from "../answers/shared/status-outside.ts";
import { type QuestionName, questions } from "../ask/questions.ts";
import { capital } from "../base/words.ts";
import { sendError } from "./errors.ts";
import { matchBodyLimit, matchPath, tooFast } from "./guard.ts";
import { fieldsOverHttp } from "./http-fields.ts";
import { pageFields, wholeOf } from "./list-page.ts";
import type { Serving } from "./live.ts";
import type { RateGate } from "./rate.ts";
import { bodyFaults, faults } from "./route-schemas.ts";
import { dayFields } from "./serving.ts";
import type { Role } from "./users.ts";
import { keepingOf } from "./work/answer-key.ts";
import { wantsEvents } from "./work/events.ts";
import type { Lane } from "./work/fair-queue.ts";
import { type Asked, answerText } from "./work/runner.ts";
import type { WorkReply } from "./work/work-reply.ts";
import { sendBody } from "./work/work-reply.ts";

type Fields = Readonly<Record<string, unknown>>;
/** What a question asked of a day, or of none, is answered from. Throws LM_USAGE. */
type ServingOnDay = (serving: Serving, day: string | undefined) => Serving;
type Answering = (asked: unknown) => Promise<unknown>;

/** A GET route for every question that is declared with one, and a POST route for those that take a file of one's own. `work` answers what takes longer. */
export function addQuestionRoutes(server: FastifyInstance, work: WorkReply, onDay: ServingOnDay): void {
  for (const name of Object.keys(questions) as QuestionName[]) {
    const declaration: Question = questions[name];
    const { http } = declaration;
    if (http === undefined) continue;
    const answering = answer(name, declaration, work);
    addGet(server, declaration, http, answering, onDay);
    if (http.post !== undefined) addPost(server, declaration, http, http.post, answering);
  }
}

type Answer = (request: FastifyRequest, reply: FastifyReply, asked: Fields) => Promise<unknown>;

/** The names of lists are read into this process, which matches in a moment from then on; all else that takes seconds would hold up whoever asks meanwhile. */
export function laneOf({ cost, tag }: Question): Lane | null {
  return cost === "moment" || (cost === "seconds" && tag === "screening") ? null : cost;
}

/** Of a day that is past nothing has been read into this process. */
export const laneOn = ({ at }: Serving, question: Question): Lane | null => laneOf(question) ?? (at === undefined ? null : "seconds");

function answer(name: QuestionName, declaration: Question, work: WorkReply): Answer {
  const { asked } = declaration;
  const toInput = (given: Fields): unknown => (asked === undefined ? given : asked.toInput(given as never));
  return async (request, reply, given) => {
    const of = { name, input: toInput(given) };
    const { serving } = request;
    const kept = wantsEvents(request) ? null : await serving.desk.kept(of, serving.at);
    if (kept !== null) return sendBody(request, reply, kept);
    const lane = laneOn(serving, declaration);
    return lane === null ? here(request, reply, of) : work(request, reply, of, lane);
  };
}

/** Answers in this process, what takes a moment. */
async function here(request: FastifyRequest, reply: FastifyReply, of: Asked): Promise<unknown> {
  return sendBody(request, reply, await textHere(request.serving, of));
}

const outside = (name: QuestionName, answer: unknown): unknown =>
  name === "status" ? statusOutside(answer as Parameters<typeof statusOutside>[0]) : answer;

/** The answer as JSON to what takes a moment; on names and customers it is kept nowhere. */
export function textHere({ ask, desk }: Serving, of: Asked): Promise<string> {
  const answer = async (): Promise<string> => answerText(of.name, outside(of.name, await (ask[of.name] as Answering)(of.input)));
  return keepingOf(of) === "nowhere" ? answer() : desk.here(of, answer);
}

function addGet(server: FastifyInstance, declaration: Question, http: HttpOf, answering: Answer, onDay: ServingOnDay): void {
  const { params, query, rename } = fieldsOverHttp(declaration, http);
  const hasOwnDay = "asOf" in query;
  server.get(
    http.path,
    {
      config: { ...roleFor(declaration), question: declaration.name as QuestionName, ...(http.lists && { lists: http.lists }) },
      schema: {
        ...operation(declaration),
        ...(Object.keys(params).length > 0 && { params: z.object(params) }),
        querystring: z.strictObject({ ...dayFields, ...query, ...(http.lists && pageFields) }),
        response: { 200: declaration.answer, ...faults(declaration) },
      },
    },
    (request, reply) => {
      const { asOf, ...others } = request.query as Fields;
      const asked = hasOwnDay ? (request.query as Fields) : others;
      if (!hasOwnDay) request.serving = onDay(request.serving, asOf as string | undefined);
      return answering(request, reply, rename({ ...wholeOf(asked, query), ...(request.params as Fields) }));
    },
  );
}

function addPost(server: FastifyInstance, declaration: Question, http: HttpOf, post: NonNullable<HttpOf["post"]>, answering: Answer): void {
  const { query } = fieldsOverHttp(declaration, http);
  server.post(
    post.path,
    {
      bodyLimit: post.bytes,
      config: roleFor(declaration, "analyst"),
      schema: {
        ...operation(declaration),
        operationId: `${declaration.name}Own`,
        summary: post.summary,
        querystring: z.strictObject(query),
        body: z
          .looseObject({})
          .describe(post.body)
          .meta({ examples: [post.example] }),
        response: { 200: declaration.answer, ...bodyFaults(declaration) },
      },
    },
    (request, reply) =>
      answering(request, reply, { ...(request.query as Fields), text: JSON.stringify(request.body), place: "the body of the request" }),
  );
}

/** Names and cases are for officers, whatever they cost. */
export const roleFor = ({ cost, tag }: Question, least: Role = "reader"): { readonly role: Role } => ({
  role: tag === "screening" ? "officer" : cost === "heavy" ? "analyst" : least,
});

const operation = ({ name, tag, summary }: Question) => ({ operationId: name, tags: [tag], summary: capital(summary) });

/** Parameters of the OpenSanctions matching API; those that are not here are accepted and named in the answer as ignored. */
const parameters = z.looseObject({
  limit: z.number().int().min(1).max(500).optional().describe("the most results of each query (5)"),
  threshold: fraction.optional().describe("from this score on a result is a match; without it, the fitted score of its kind"),
  cutoff: fraction.optional().describe("from this score on a result is shown (0.5)"),
  include_dataset: names.optional().describe("only these lists"),
});

/** What is wrong with single queries of a request, by their ids. */
const badOf = new WeakMap<object, ReadonlyMap<string, string>>();

/** Matches names in the shape of the OpenSanctions API, so that its clients can ask this server. Each name counts against `gate`. */
export function addMatchRoute(plain: FastifyInstance, gate: RateGate): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    matchPath,
    {
      bodyLimit: matchBodyLimit,
      schema: {
        operationId: "match",
        tags: ["screening"],
        summary: "Screens entities against the loaded lists, in the shape of the OpenSanctions matching API",
        params: z.object({ dataset: name.describe("a list, or default: all lists that are loaded").meta({ examples: ["default"] }) }),
        querystring: parameters,
        body: matchBodySchema,
        response: { 200: matchReportSchema, ...bodyFaults({ errors: ["LM_NO_LISTS"] }) },
      },
      preValidation: async (request) => {
        const { kept, faults } = badQueries(request.body);
        request.body = kept as typeof request.body;
        badOf.set(request, faults);
      },
      // The request itself has been counted as one name.
      preHandler: async (request, reply) => {
        const fault = tooFast(reply, gate.wait(request.client, Math.max(0, nameCount(request.body.queries) - 1)));
        return fault === null ? undefined : sendError(reply, fault);
      },
    },
    (request) => {
      const { params, body } = request;
      const { limit, threshold, cutoff, include_dataset, ...others } = request.query;
      const [ignored, faults] = [Object.keys(others), badOf.get(request)];
      const question = { dataset: params.dataset, queries: body.queries, limit, threshold, cutoff, include_dataset, ignored, faults };
      return answerMatch((asked) => request.serving.ask.screen(asked), question);
    },
  );
}
