import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Question } from "../answers/shared/question.ts";
import { questions } from "../ask/questions.ts";
import { LevermapError } from "../base/errors.ts";
import { type Access, clientOf, knownHost, userOf } from "./access.ts";
import { isAnswer, sendError } from "./errors.ts";
import { securityHeaders } from "./headers.ts";
import type { RateGate } from "./rate.ts";
import { holds, type Role, type User } from "./users.ts";
import { stopPath } from "./work/work-reply.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; `null` where nobody need be known, and where the request is refused. */
    user: User | null;
    /** Whose share it counts against: the user by a token or a proxy, else the address. */
    client: string;
  }
  interface FastifyContextConfig {
    /** Who may ask; default by tag: officers for names, customers and cases, else readers. */
    role?: Role;
    /** Whether it tells of the server itself, which changes while the data stay. */
    isOfServer?: boolean;
  }
}

/** Bytes of body a question may bring that is asked in its address: hardly any. */
export const bodyLimit = 1024;
/** Bytes of body of a request that has names matched. */
export const matchBodyLimit = 256 * 1024;
export const matchPath = "/match/:dataset";
/** Where searches on patents are kept, and no longer kept; their bytes of body. */
export const keptPath = "/api/patents/saved";
export const keptEndPath = "/api/patents/saved/end";
export const keptLimit = 16 * 1024;
/** Where a browser hands in its token. */
export const sessionPath = "/session";
/** Where lists are posted, customers and names are removed, jobs are told of and stopped, and decisions are kept. */
export const loadsPath = "/api/jobs/loads";
export const measuresPath = "/api/jobs/measures";
export const purgesPath = "/api/jobs/purges";
export const jobStopPath = "/api/jobs/:id/stop";
export const decisionsPath = "/api/decisions";
export const caseDecisionsPath = "/api/cases/decisions";
export const searchPath = "/search/:dataset";

const posts = Object.values<Question>(questions).flatMap(({ http }) => http?.post ?? []);

/** The routes that take a body, and how much of it. */
const bodyLimits = new Map([
  [matchPath, matchBodyLimit],
  [stopPath, bodyLimit],
  [sessionPath, bodyLimit],
  [keptPath, keptLimit],
  [keptEndPath, keptLimit],
  // The job itself bounds what comes, as it may come without its length
  [loadsPath, Number.MAX_SAFE_INTEGER],
  [measuresPath, bodyLimit],
  [purgesPath, keptLimit],
  [jobStopPath, bodyLimit],
  [decisionsPath, keptLimit],
  [caseDecisionsPath, keptLimit],
  ...posts.map(({ path, bytes }) => [path, bytes] as const),
]);

/** How fast one address may ask: all questions, and names to be matched. */
export interface Gates {
  readonly requests: RateGate;
  readonly names: RateGate;
}

/** Requests that have names compared with lists. */
const isOfNames = ({ method, routeOptions: { url } }: FastifyRequest): boolean =>
  (method === "POST" && url === matchPath) || url === searchPath;

/** Bytes of body that a request may bring; `null` where its route takes none. */
const bodyLimitOf = ({ method, routeOptions }: FastifyRequest): number | null =>
  method === "POST" ? (bodyLimits.get(routeOptions.url ?? "") ?? null) : null;

/** Turns away, before any work is done, whoever may not ask. */
export function addGuard(server: FastifyInstance, access: Access, gates: Gates): void {
  server.decorateRequest("user", null);
  server.decorateRequest("client", "");
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (isAnswer(request)) reply.header("cache-control", "no-store");
    request.user = userOf(request.raw, access);
    request.client = clientOf(request.user, request.ip);
    const fault =
      hostFault(request, access) ??
      siteFault(request) ??
      rateFault(request, reply, gates) ??
      shapeFault(request, reply) ??
      userFault(request, reply);
    return fault === null ? undefined : sendError(reply, fault);
  });
}

function hostFault(request: FastifyRequest, { names }: Access): LevermapError | null {
  if (knownHost(request.headers.host, names)) return null;
  return new LevermapError("LM_SERVER_HOST_REFUSED", "This server does not go by the name the request was sent to.");
}

/** Whoever a proxy knows by what the browser sends along is not known by it to pages of other sites, which may send a form without being asked. */
function siteFault({ method, headers: { "sec-fetch-site": from = "none" } }: FastifyRequest): LevermapError | null {
  if (method === "GET" || method === "HEAD" || from === "same-origin" || from === "none") return null;
  return new LevermapError("LM_SERVER_HOST_REFUSED", "A page of another site had the request sent.");
}

function rateFault(request: FastifyRequest, reply: FastifyReply, { requests, names }: Gates): LevermapError | null {
  return tooFast(reply, (isOfNames(request) ? names : requests).wait(request.client));
}

/** `wait`: seconds until the question may be asked again; 0: it may be now. */
export function tooFast(reply: FastifyReply, wait: number): LevermapError | null {
  if (wait === 0) return null;
  reply.header("retry-after", Math.ceil(wait));
  return new LevermapError("LM_SERVER_TOO_MANY", "Too many requests from this address or user.");
}

function shapeFault(request: FastifyRequest, reply: FastifyReply): LevermapError | null {
  const ofBody = bodyLimitOf(request);
  if (ofBody === null && request.method !== "GET" && request.method !== "HEAD") {
    const allowed = methodsAt(request).join(", ");
    reply.header("allow", allowed);
    return new LevermapError("LM_SERVER_METHOD", `This server answers ${allowed} here, not ${request.method}.`);
  }
  const most = ofBody ?? bodyLimit;
  const streamed = request.headers["transfer-encoding"] !== undefined;
  if (Number(request.headers["content-length"] ?? 0) <= most && (ofBody !== null || !streamed)) return null;
  return new LevermapError("LM_SERVER_TOO_LARGE", `A request may bring at most ${most} bytes here.`);
}

/** What the address of a request may be asked with; of one that leads nowhere what most are. */
function methodsAt({ server, url }: FastifyRequest): readonly string[] {
  const path = url.split("?", 1)[0]!;
  const found = ["GET", "HEAD", "POST"].filter((method) => server.findRoute({ method, url: path }) !== null);
  return found.length === 0 ? ["GET", "HEAD"] : found;
}

function userFault(request: FastifyRequest, reply: FastifyReply): LevermapError | null {
  if (!isAnswer(request)) return null;
  const { user } = request;
  if (user === null) {
    reply.header("www-authenticate", "Bearer");
    return new LevermapError("LM_SERVER_TOKEN_WRONG", "The request carries no token, or another one.");
  }
  const needed = roleOf(request);
  if (holds(user.role, needed)) return null;
  return new LevermapError("LM_SERVER_ROLE", `This is for the role ${needed}; the one who asks has the role ${user.role}.`, { needed });
}

/** Who may ask what a request asks. */
function roleOf({ routeOptions: { config, schema } }: FastifyRequest): Role {
  const { tags = [] } = (schema ?? {}) as { readonly tags?: readonly string[] };
  return config.role ?? (tags.includes("screening") ? "officer" : "reader");
}
