import type { FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type ErrorCode, errorCodes, LevermapError } from "../base/errors.ts";

/** The body of every response that is not an answer. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly next: string };
}

const statusOf: Partial<Record<ErrorCode, number>> = {
  LM_TECHNOLOGY_UNKNOWN: 404,
  LM_ECONOMY_UNKNOWN: 404,
  LM_PATENT_UNKNOWN: 404,
  LM_HOLDER_UNKNOWN: 404,
  LM_PARTY_UNKNOWN: 404,
  LM_CONTROL_UNKNOWN: 404,
  LM_SCENARIO_UNKNOWN: 404,
  LM_PLAN_UNKNOWN: 404,
  LM_PROGRAMME_UNKNOWN: 404,
  LM_SOURCE_UNKNOWN: 404,
  LM_LOAD_UNKNOWN: 404,
  LM_SERVER_NOT_FOUND: 404,
  LM_SERVER_TOKEN_WRONG: 401,
  LM_SERVER_HOST_REFUSED: 403,
  LM_SERVER_METHOD: 405,
  LM_NOT_MEASURED: 409,
  LM_NO_LISTS: 409,
  LM_SERVER_TOO_LARGE: 413,
  LM_SERVER_TOO_MANY: 429,
  LM_WORKSPACE_BUSY: 503,
};

/** HTTP status of an error; what the caller cannot cure is 500. */
export const httpStatus = (code: ErrorCode): number => (errorCodes[code].exit === 3 ? 500 : (statusOf[code] ?? 400));

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

/** Answers with a coded error. What is no fault of the caller's is told to `report` and stays inside. */
export function errorHandler(report: (thrown: unknown, url: string) => void) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const error = asAnswerable(thrown);
    if (error) return sendError(reply, error);
    report(thrown, request.url);
    const code = thrown instanceof LevermapError ? thrown.code : "LM_INTERNAL";
    const body: ErrorBody = { error: { code, message: "Something went wrong inside Levermap.", next: errorCodes[code].next } };
    return reply.code(500).type("application/json; charset=utf-8").serializer(JSON.stringify).send(body);
  };
}

/** Sends a coded error as JSON. */
export function sendError(reply: FastifyReply, error: LevermapError): FastifyReply {
  const body: ErrorBody = { error: { code: error.code, message: error.message, next: error.next } };
  return reply.code(httpStatus(error.code)).type("application/json; charset=utf-8").serializer(JSON.stringify).send(body);
}
