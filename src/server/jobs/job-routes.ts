import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { postableSources } from "../../library/update/list-files.ts";
import { bodyLimit, jobStopPath, loadsPath, measuresPath } from "../guard.ts";
import { bodyFaults, faults } from "../route-schemas.ts";
import { openEvents, wantsEvents } from "../work/events.ts";
import { isOver, type Job, jobSchema } from "./job.ts";
import type { Jobs } from "./jobs.ts";
import { addPurgeRoute } from "./purge-route.ts";

/** Bytes that file systems take in a name. */
const longestName = 255;

/** A name of a file that leads nowhere else, and is no hidden one. */
const fileName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._()+-]{0,119}$/u, "takes letters, figures, spaces and . _ ( ) + -")
  .refine((name) => Buffer.byteLength(name) <= longestName, `takes at most ${longestName} bytes`)
  .describe("the name of the file: a newer one of the name takes the place of the one before")
  .meta({ examples: ["consolidated.csv"] });

const id = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe("as the answer to what was posted tells it")
  .meta({ examples: ["59b30ca216d26c2a"] });
const errors = ["LM_SERVER_NOT_FOUND"] as const;
const config = { role: "officer", isOfServer: true } as const;
const described = (operationId: string, summary: string) => ({ operationId, tags: ["workspace"], summary });

/** The jobs of a server, for officers. `jobs`: absent where a server has no workspace of its own. A server that knows nobody takes none. */
export function addJobRoutes(plain: FastifyInstance, jobs: Jobs | undefined, isClosed: boolean): void {
  const allowed = (): Jobs => {
    if (jobs !== undefined && isClosed) return jobs;
    throw new LevermapError("LM_SERVER_TOKEN_NEEDED", "To write over HTTP, the server has to know who asks.");
  };
  addPosts(plain, allowed);
  addPurgeRoute(plain, allowed);
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get(
    "/api/jobs",
    {
      config,
      schema: {
        ...described("jobs", "Loads, measures and purges that were posted, the latest first; for officers"),
        querystring: z.strictObject({}),
        response: { 200: z.object({ jobs: z.array(jobSchema) }), ...faults({ errors: [] }) },
      },
    },
    () => ({ jobs: [...allowed().all] }),
  );
  server.get(
    "/api/jobs/:id",
    {
      config,
      schema: {
        ...described("job", "One job; with accept: text/event-stream each of its states as it comes, until it is over"),
        params: z.object({ id }),
        querystring: z.strictObject({}),
        response: { 200: jobSchema, ...faults({ errors }) },
      },
    },
    (request, reply): Promise<Job> | Job => {
      const job = allowed().get(request.params.id);
      return wantsEvents(request) ? (tellStates(reply, allowed(), job) as never) : job;
    },
  );
  server.post(
    jobStopPath,
    {
      config,
      schema: {
        ...described("stopJob", "Stops a job that is not over: nothing of it is kept"),
        params: z.object({ id }),
        response: { 200: z.object({ stopped: z.boolean().describe("false: it was over") }), ...faults({ errors }) },
      },
    },
    ({ params, user }) => {
      const { what } = allowed().get(params.id);
      if (what === "purge" && user?.role !== "administrator")
        throw new LevermapError("LM_SERVER_ROLE", "A purge is stopped by an administrator.", { needed: "administrator" });
      return { stopped: allowed().stop(params.id, user?.name ?? "anybody") };
    },
  );
}

/** In a scope of its own: bodies are handed on as they come. */
function addPosts(plain: FastifyInstance, allowed: () => Jobs): void {
  plain.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_, payload, done) => done(null, payload));
    const server = scope.withTypeProvider<ZodTypeProvider>();
    server.post(
      loadsPath,
      {
        config,
        schema: {
          ...described(
            "postLoad",
            "Loads a list: the file is the body (content-type: application/octet-stream), at most 256 MB. It is measured and published at once",
          ),
          consumes: ["application/octet-stream"],
          body: z.unknown().describe("the bytes of the file"),
          querystring: z.strictObject({
            source: z
              .enum(postableSources as [string, ...string[]])
              .describe("as of `levermap load`")
              .meta({ examples: ["csl"] }),
            name: fileName,
            edition: z.string().max(10).optional().describe("YYYY, YYYY-MM or YYYY-MM-DD, where the file does not tell"),
          }),
          response: { 202: jobSchema, ...bodyFaults({ errors: ["LM_DISK_SPACE", "LM_SERVER_TOO_MANY"] }) },
        },
      },
      async (request, reply) => {
        const { source, name, edition = null } = request.query;
        const body = (request.body as Readable | undefined) ?? null;
        if (body === null) throw new LevermapError("LM_SERVER_QUESTION", "The file is the body of the request, which is empty.");
        return reply.code(202).send(await allowed().post({ what: "load", source, file: name, edition, user: userOf(request) }, body));
      },
    );
    server.post(
      measuresPath,
      {
        bodyLimit,
        config,
        schema: {
          ...described("postMeasure", "Measures the patents of the workspace where what they rest on has changed"),
          querystring: z.strictObject({}),
          response: { 202: jobSchema, ...bodyFaults({ errors: ["LM_SERVER_TOO_MANY"] }) },
        },
      },
      async (request, reply) =>
        reply
          .code(202)
          .send(await allowed().post({ what: "measure", source: null, file: null, edition: null, user: userOf(request) }, null)),
    );
    done();
  });
}

const userOf = ({ user }: FastifyRequest): string => user?.name ?? "anybody";

/** Each state of a job as an event, until it is over, the client goes, or the server closes: the next one tells the rest. */
function tellStates(reply: FastifyReply, jobs: Jobs, job: Job): FastifyReply {
  const events = openEvents(reply);
  const end = (): void => {
    leave();
    events.end();
  };
  const tell = (now: Job): void => {
    events.tell(isOver(now) ? "answer" : "step", JSON.stringify(now));
    if (isOver(now)) end();
  };
  const watched = jobs.watch(job.id, tell);
  const leave = (): void => {
    watched();
    jobs.closing.removeEventListener("abort", end);
  };
  jobs.closing.addEventListener("abort", end, { once: true });
  reply.raw.once("close", leave);
  tell(job);
  if (jobs.closing.aborted) end();
  return reply;
}
