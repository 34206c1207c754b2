import type { FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type ErrorCode, errorCodes, LevermapError } from "../base/errors.ts";
import { capital } from "../base/words.ts";

/** Answers a browser with a page that tells of an error. */
export type SendFaultPage = (reply: FastifyReply, error: LevermapError, status: number) => FastifyReply;

declare module "fastify" {
  interface FastifyInstance {
    /** `null`: no pages are served. */
    sendFaultPage: SendFaultPage | null;
  }
}

/** The body of every response that is not an answer. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly next: string };
  /** The message again, where clients of the OpenSanctions API look for it. */
  readonly detail?: string;
}

const statuses: readonly (readonly [status: number, codes: readonly ErrorCode[]])[] = [
  [401, ["LM_SERVER_TOKEN_WRONG"]],
  [403, ["LM_SERVER_HOST_REFUSED", "LM_SERVER_ROLE", "LM_SERVER_TOKEN_NEEDED"]],
  [
    404,
    [
      "LM_TECHNOLOGY_UNKNOWN",
      "LM_ECONOMY_UNKNOWN",
      "LM_ORGANISATION_UNKNOWN",
      "LM_PATENT_UNKNOWN",
      "LM_HOLDER_UNKNOWN",
      "LM_PARTY_UNKNOWN",
      "LM_CONTROL_UNKNOWN",
    ],
  ],
  [404, ["LM_SCENARIO_UNKNOWN", "LM_PLAN_UNKNOWN", "LM_PROGRAMME_UNKNOWN", "LM_SOURCE_UNKNOWN", "LM_LOAD_UNKNOWN", "LM_SERVER_NOT_FOUND"]],
  [404, ["LM_CUSTOMER_UNKNOWN", "LM_CASE_UNKNOWN", "LM_RUN_UNKNOWN"]],
  [405, ["LM_SERVER_METHOD"]],
  [409, ["LM_NOT_MEASURED", "LM_NO_LISTS"]],
  [413, ["LM_SERVER_TOO_LARGE"]],
  [429, ["LM_SERVER_TOO_MANY"]],
  [503, ["LM_WORKSPACE_BUSY", "LM_WORKSPACE_MISSING", "LM_WORKSPACE_NEWER", "LM_WORKSPACE_UPGRADE", "LM_SERVER_BUDGET", "LM_INTERRUPTED"]],
];
const statusOf = new Map(statuses.flatMap(([status, codes]) => codes.map((code) => [code, status] as const)));

/** HTTP status of an error; what the caller cannot cure is 500. */
export const httpStatus = (code: ErrorCode): number => (errorCodes[code].exit === 3 ? 500 : (statusOf.get(code) ?? 400));

/** Problems of one question that are told. */
const mostProblems = 5;

function asAnswerable(thrown: unknown): LevermapError | null {
  if (thrown instanceof LevermapError) return thrown.exitCode === 3 ? null : thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const problems = thrown.validation
      .slice(0, mostProblems)
      .map((issue) => `${issue.instancePath.slice(1) || thrown.validationContext}: ${issue.message}`);
    return new LevermapError("LM_SERVER_QUESTION", `The question is not understood (${problems.join("; ")}).`);
  }
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== "number" || status < 400 || status >= 500) return null;
  if (status === 413) return new LevermapError("LM_SERVER_TOO_LARGE", "The body is too long.");
  if (status === 415) return new LevermapError("LM_SERVER_QUESTION", "A body must be JSON and say so: content-type: application/json.");
  return new LevermapError(status === 404 ? "LM_SERVER_NOT_FOUND" : "LM_SERVER_QUESTION", "The request is not understood.");
}

/** Told of faults that callers only see as "something went wrong". */
export type Report = (thrown: unknown, url: string) => void;

/** The error that a caller is told of; what is no fault of the caller's is told to `report` and stays inside. */
export function toldError(thrown: unknown, url: string, report: Report): LevermapError {
  const error = asAnswerable(thrown);
  if (error) return error;
  report(thrown, url);
  return new LevermapError(thrown instanceof LevermapError ? thrown.code : "LM_INTERNAL", "Something went wrong inside Levermap.");
}

/** Answers with a coded error. */
export const errorHandler =
  (report: Report) =>
  (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendError(reply, toldError(thrown, request.url, report));

/** The body that tells of what was thrown, where there is no status to send any more. */
export const faultBody = (thrown: unknown, { url }: FastifyRequest, report: Report): ErrorBody =>
  bodyOf(toldError(thrown, url, report), url);

/** Routes in the shape of the OpenSanctions API. */
const ofOtherClients = /^\/(?:match|search|entities|catalog|algorithms|readyz)(?:[/?#]|$)/;

const bodyOf = ({ code, message, next }: LevermapError, url: string): ErrorBody => ({
  error: { code, message, next },
  ...(ofOtherClients.test(url) && { detail: message }),
});

/** The same as a problem of RFC 9457, beside what is sent to all others. */
function problemOf(error: LevermapError, status: number, url: string) {
  const { code, message, next } = error;
  return { type: `urn:levermap:error:${code}`, title: errorTitle(code), status, detail: `${message} ${next}`, code, ...bodyOf(error, url) };
}

/** `LM_ECONOMY_UNKNOWN` as `Economy unknown`. */
const errorTitle = (code: ErrorCode): string => capital(code.slice(3).toLowerCase().replaceAll("_", " "));

const problemType = "application/problem+json";

/**
 * Sends a coded error as JSON; as a problem of RFC 9457 to who asks for one, and to a browser that asks for a page as a page, but for who asks too often: to refuse
 * costs least.
 */
export function sendError(reply: FastifyReply, error: LevermapError, status = httpStatus(error.code)): FastifyReply {
  const { code, details } = error;
  const { headers, url } = reply.request;
  if (code === "LM_SERVER_TOO_MANY" && typeof details.seconds === "number") reply.header("retry-after", Math.ceil(details.seconds));
  const { sendFaultPage } = reply.server;
  if (sendFaultPage !== null && code !== "LM_SERVER_TOO_MANY" && wantsPage(reply.request)) return sendFaultPage(reply, error, status);
  const asProblem = headers.accept?.toLowerCase().includes(problemType) ?? false;
  return reply
    .code(status)
    .type(`${asProblem ? problemType : "application/json"}; charset=utf-8`)
    .serializer(JSON.stringify)
    .send(asProblem ? problemOf(error, status, url) : bodyOf(error, url));
}

const underAnswers = /^\/(?:(?:search|match|entities)\/|(?:api|catalog|algorithms|metrics)(?:[/?#]|$))/;

/** By the route that will answer, not by the address alone: `/%61pi/map` is answered as `/api/map`. */
export const isAnswer = (request: FastifyRequest): boolean =>
  underAnswers.test(request.routeOptions.url ?? request.url) || underAnswers.test(request.url);

/** Whether a page is asked for, as browsers do, not an answer or a file. */
export const wantsPage = (request: FastifyRequest): boolean => (request.headers.accept ?? "").includes("text/html") && !isAnswer(request);
