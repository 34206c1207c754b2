import { existsSync } from "node:fs";
import { join } from "node:path";
import { constants } from "node:zlib";
import fastifyCompress from "@fastify/compress";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import type { Ask } from "../ask/ask.ts";
import { LevermapError } from "../base/errors.ts";
import { dayOf } from "../library/day.ts";
import type { SiteRenderer } from "../site/page.ts";
import { apiPage } from "../site/pages/api.ts";
import { type MethodDocument, methodPages } from "../site/pages/method.ts";
import { type Access, isClosed, within } from "./access.ts";
import { addAccessLog, requestId, type Tell, watchRequest } from "./access-log.ts";
import { addAuditRoute } from "./audit-route.ts";
import { addBasePath, readBasePath, withoutBasePath } from "./base-path.ts";
import { addBodyReader } from "./body-reader.ts";
import { addClosing, usualLongestAnswer } from "./closing.ts";
import { addDecisionRoutes, type Deciding } from "./decision-routes.ts";
import { addEntityRoutes } from "./entity-routes.ts";
import { errorHandler, type Report, sendError } from "./errors.ts";
import { addEtags } from "./etag.ts";
import { addGuard, bodyLimit } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { addJobRoutes } from "./jobs/job-routes.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { addKeptRoutes, type Keeping } from "./kept-routes.ts";
import { Live } from "./live.ts";
import { createMetrics } from "./metrics.ts";
import { addOpenApi } from "./open-api.ts";
import { addPackedFiles } from "./packed-files.ts";
import { addMatchRoute, addQuestionRoutes } from "./question-routes.ts";
import { defaultNameRate, defaultRate, type Rate, RateGate } from "./rate.ts";
import { questionValidator } from "./read-query.ts";
import { addServing, servingOn } from "./serving.ts";
import { addSession } from "./site/session-route.ts";
import { addSite } from "./site/site-routes.ts";
import type { Users } from "./users.ts";
import { Desk } from "./work/desk.ts";
import { usualWaiting } from "./work/fair-queue.ts";
import { inProcess } from "./work/runner.ts";
import { addWork } from "./work/work-reply.ts";

declare module "fastify" {
  interface FastifyInstance {
    access: Access;
  }
}

export interface ServerOptions {
  /** What is asked; of a workspace that may be written meanwhile, `live`. */
  readonly ask?: Ask | undefined;
  /** Works on what keeps a processor busy, and is closed with the server; default: this process, which answers nothing else meanwhile. */
  readonly desk?: Desk | undefined;
  /** In place of `ask` and `desk`; closed with the server. */
  readonly live?: Live | undefined;
  /** Folder of the built web page; where it holds none, only `/api` is served. */
  readonly webDir: string;
  /** Draws the pages that are made of answers; without it there are none. */
  readonly render?: SiteRenderer | undefined;
  /** The pages of the docs, as the build has made them. */
  readonly documents?: readonly MethodDocument[] | undefined;
  /** With it everything may be asked, and nothing without it. */
  readonly token?: string | undefined;
  /** Who may ask what. Users or a token are needed to bind to another address than this machine's own, or `isPublic`. */
  readonly users?: Users | null | undefined;
  /** Header in which `proxies` name the user. */
  readonly userHeader?: string | undefined;
  /** Whoever is not known may read the map; what takes long, names, customers and cases are for others. */
  readonly isPublic?: boolean | undefined;
  /** Further host names the server may be called by, such as that of a proxy. */
  readonly names?: readonly string[] | undefined;
  /** Addresses and networks (`10.0.0.0/8`) of proxies: who asks through one is told by its `x-forwarded-for`. */
  readonly proxies?: readonly string[] | undefined;
  /** A path before all routes, as a proxy hands requests on: `/levermap`. Those that come without it are answered too. */
  readonly basePath?: string | undefined;
  readonly rate?: Rate | undefined;
  /** Of names to be matched. */
  readonly nameRate?: Rate | undefined;
  readonly report?: Report | undefined;
  /** The day that all answers are as of, `YYYY-MM-DD`; default: that of each question. */
  readonly asOf?: string | undefined;
  /** The day of now, `YYYY-MM-DD`; for tests. */
  readonly day?: (() => string) | undefined;
  /** Keeps searches in the workspace; without it, and without a token, none can be kept over HTTP. */
  readonly keeping?: Omit<Keeping, "moved"> | undefined;
  /** Keeps decisions in the workspace; as `keeping`. */
  readonly deciding?: Omit<Deciding, "moved"> | undefined;
  /** Work that writes the workspace; as `keeping`. */
  readonly jobs?: Jobs | undefined;
  /** Reads the trail of writes of the workspace. */
  readonly audit?: Parameters<typeof addAuditRoute>[1];
  /** Milliseconds for which a server that closes waits for answers under way; default: 45,000. */
  readonly longestAnswer?: number | undefined;
  /** Milliseconds after which a connection on which nothing moves is cut, so that who never reads an answer does not hold its data; default: 300,000. */
  readonly longestSilence?: number | undefined;
  /** Told of each request when it is over. */
  readonly tell?: Tell | undefined;
}

/** Longer than any question may take that is answered at once, and not by events. */
const usualLongestSilence = 300_000;

const fixedOptions = {
  genReqId: requestId,
  bodyLimit,
  forceCloseConnections: "idle",
  requestTimeout: 30_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
  routerOptions: { maxParamLength: 300 },
} as const;

/**
 * The HTTP server of one workspace: `/api` with its OpenAPI description, `/metrics`, and the web page. It does not listen yet.
 *
 * @example
 * const server = await createServer({ ask, webDir: "dist/web" });
 * const address = await listen(server, { host: "127.0.0.1", port: 4173 });
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const access = accessOf(options);
  const base = readBasePath(options.basePath ?? "");
  const report = options.report ?? (() => undefined);
  const handleError = errorHandler(report);
  const live = options.live ?? still(options);
  const metrics = createMetrics(live);
  const tell: Tell = (line) => {
    metrics.tell(line);
    options.tell?.(line);
  };
  const server = fastify({
    ...fixedOptions,
    rewriteUrl: withoutBasePath(base),
    connectionTimeout: options.longestSilence ?? usualLongestSilence,
    trustProxy: options.proxies === undefined ? false : [...options.proxies],
    frameworkErrors: (thrown, request, reply) => {
      watchRequest(request, reply, tell);
      handleError(thrown, request, reply.headers(securityHeaders));
    },
  });
  server.decorate("access", access);
  server.decorate("sendFaultPage", null);
  server.setValidatorCompiler(questionValidator);
  server.setSerializerCompiler(serializerCompiler);
  server.removeContentTypeParser("text/plain");
  const longestAnswer = options.longestAnswer ?? usualLongestAnswer;
  addClosing(server, longestAnswer);
  addBodyReader(server);
  const gates = { requests: new RateGate(options.rate ?? defaultRate), names: new RateGate(options.nameRate ?? defaultNameRate) };
  await server.register(fastifyCompress, compression);
  addAccessLog(server, tell);
  addServing(server, live, longestAnswer);
  addGuard(server, access, gates);
  addBasePath(server, base);
  addEtags(server, () => [options.asOf ?? "", options.day?.() ?? dayOf(new Date())]);
  server.setErrorHandler(handleError);
  server.setNotFoundHandler((request, reply) =>
    sendError(reply, new LevermapError("LM_SERVER_NOT_FOUND", `There is nothing at ${request.url.split("?", 1)[0]}.`)),
  );
  await addOpenApi(server, { withToken: isClosed(access), basePath: base });
  server.get("/metrics", { config: { role: "administrator" }, schema: { hide: true } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  const day = (): string => options.asOf ?? options.day?.() ?? dayOf(new Date());
  addQuestionRoutes(server, addWork(server, live, report), (serving, asked) => servingOn(serving, asked, day(), options.asOf));
  addWrites(server, options, live, isClosed(access));
  addAuditRoute(server, options.audit);
  addMatchRoute(server, gates.names);
  addEntityRoutes(server);
  if (existsSync(join(options.webDir, "manifest.json"))) {
    addSession(server, access, base);
    const more = [apiPage(() => server.swagger()), ...methodPages(options.documents ?? [])];
    addSite(server, {
      webDir: options.webDir,
      render: options.render,
      more,
      day,
      isFixed: options.asOf !== undefined,
      report,
      keepsSearches: options.keeping !== undefined && isClosed(access),
      takesLists: options.jobs !== undefined && isClosed(access),
    });
    addFiles(server, options.webDir);
  }
  await server.ready();
  return server;
}

function addWrites(server: FastifyInstance, { keeping, deciding, jobs }: ServerOptions, live: Live, closed: boolean): void {
  addKeptRoutes(server, keeping && { ...keeping, moved: async () => void (await live.lookFor(longestLook)) }, closed);
  addDecisionRoutes(server, deciding && { ...deciding, moved: () => live.lookFor(longestDecisionLook) }, closed);
  addJobRoutes(server, jobs, closed);
}

function accessOf({ token, users = null, userHeader, isPublic = false, names = [], proxies = [] }: ServerOptions): Access {
  return {
    token: token || null,
    users,
    isPublic,
    userHeader: userHeader?.toLowerCase() ?? null,
    isProxy: within(proxies),
    names: new Set(["localhost", ...names]),
  };
}

/** One that is never another. */
function still({ ask, desk }: ServerOptions): Live {
  if (ask === undefined) throw new TypeError("createServer: needs ask or live");
  const work = desk ?? new Desk({ runner: inProcess(ask), limits: { slots: 2, ...usualWaiting } });
  return new Live({ ask, desk: work, generation: null, close: () => work.close() });
}

/** Milliseconds for which who keeps a search waits until it can be asked for. */
const longestLook = 10_000;

/** The same for decisions: the names of large lists are read anew before. */
const longestDecisionLook = 60_000;

/** Answers hold nobody's secrets beside what was asked, so that their length tells nothing. Small ones are not worth it. */
const compression = {
  encodings: ["br", "gzip"] as ("br" | "gzip")[],
  threshold: 1400,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

const forever = "public, max-age=31536000, immutable";

/** Serves the files of the built map and the pages. Files under `assets/` carry a hash in their names and never change. */
function addFiles(server: FastifyInstance, webDir: string): void {
  addPackedFiles(server, join(webDir, "assets"), forever);
  server.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: false,
    cacheControl: false,
    dotfiles: "ignore",
    setHeaders: (response, path) => {
      const hashed = path.slice(webDir.length).split(/[\\/]/).includes("assets");
      response.setHeader("cache-control", hashed ? forever : "no-cache");
    },
  });
}
