import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  algorithms,
  algorithmsSchema,
  answerCatalogue,
  answerEntity,
  answerEntitySearch,
  catalogueSchema,
  entityReportSchema,
  entitySearchSchema,
  mostFound,
} from "../answers/matching/entities.ts";
import { names } from "../answers/shared/fields.ts";
import { LevermapError } from "../base/errors.ts";
import { sendError } from "./errors.ts";
import { searchPath } from "./guard.ts";
import type { Serving } from "./live.ts";
import { faults } from "./route-schemas.ts";

const statusSchema = z.object({ status: z.string() });
const id = z.string().min(1).max(300);
const list = id.describe("a list, or default: all lists that are loaded").meta({ examples: ["default"] });

const searchParameters = z.looseObject({
  q: z
    .string()
    .min(1)
    .max(4000)
    .describe("a name, at most 1,000 characters")
    .meta({ examples: ["Semiconductor Manufacturing International"] }),
  schema: z.string().max(100).optional().describe("Person, Company, Organization, LegalEntity, ..."),
  countries: names.optional().describe("only parties of these economies"),
  include_dataset: names.optional().describe("only these lists"),
  limit: z.number().int().min(0).max(mostFound).optional().describe("the most results (10)"),
  offset: z.number().int().min(0).max(mostFound).optional(),
});

/** What clients of the OpenSanctions API ask beside `/match`: search, entities, catalogue, algorithms and health. */
export function addEntityRoutes(plain: FastifyInstance): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const described = (operationId: string, summary: string) => ({ operationId, tags: ["screening"], summary });
  server.get(
    searchPath,
    {
      schema: {
        ...described("searchEntities", "Entries of the loaded lists by a name, in the shape of the OpenSanctions API"),
        params: z.object({ dataset: list }),
        querystring: searchParameters,
        response: { 200: entitySearchSchema, ...faults({ errors: ["LM_NO_LISTS"] }) },
      },
    },
    ({ params, query: { q, schema, countries, include_dataset, limit, offset, ...others }, serving: { ask } }) =>
      answerEntitySearch(ask, {
        dataset: params.dataset,
        q,
        schema,
        countries,
        include_dataset,
        limit,
        offset,
        ignored: Object.keys(others),
      }),
  );
  server.get(
    "/entities/:id",
    {
      schema: {
        ...described("entity", "One entry of a loaded list by its id, in the shape of the OpenSanctions API"),
        params: z.object({
          id: id.describe("the id of a result of /match or /search").meta({ examples: ["csl/us-entity-list/acme-co-ltd-cn"] }),
        }),
        querystring: z.looseObject({}),
        response: { 200: entityReportSchema, ...faults({ errors: ["LM_PARTY_UNKNOWN"] }) },
      },
    },
    ({ params, serving: { ask } }) => answerEntity(ask, params.id),
  );
  // The same for clients that do not escape the strokes within an id.
  server.get(
    "/entities/*",
    { schema: { hide: true, tags: ["screening"], params: z.object({ "*": id }), querystring: z.looseObject({}) } },
    ({ params, serving: { ask } }) => answerEntity(ask, params["*"]),
  );
  server.get(
    "/catalog",
    {
      schema: {
        ...described("catalogue", "The lists that are loaded, in the shape of the OpenSanctions API"),
        response: { 200: catalogueSchema, ...faults({ errors: [] }) },
      },
    },
    ({ serving: { ask } }) => answerCatalogue(ask),
  );
  server.get(
    "/algorithms",
    {
      schema: {
        ...described("algorithms", "How names are scored, in the shape of the OpenSanctions API"),
        response: { 200: algorithmsSchema, ...faults({ errors: [] }) },
      },
    },
    () => algorithms,
  );
  addHealth(server);
}

function addHealth(server: FastifyInstance): void {
  const response = { 200: statusSchema };
  server.get(
    "/healthz",
    { schema: { operationId: "healthz", tags: ["screening"], summary: "Whether the server is up", response } },
    () => ({ status: "ok" }),
  );
  server.get(
    "/readyz",
    {
      schema: {
        operationId: "readyz",
        tags: ["screening"],
        summary: "Whether the workspace is whole and measured, and lists are loaded that names can be screened against",
        response: { ...response, ...faults({ errors: [] }) },
      },
    },
    ({ serving }, reply) => ready(serving, reply),
  );
}

async function ready({ ask, unready = null }: Serving, reply: FastifyReply): Promise<unknown> {
  if (unready !== null) return sendError(reply, unready, 503);
  const { lists } = await ask.controlsList();
  return lists.length > 0 ? { status: "ok" } : sendError(reply, new LevermapError("LM_NO_LISTS", "No list of parties is loaded."), 503);
}
