import { z } from "zod";
import { pick } from "../../base/collections.ts";
import { fields } from "../shared/schema.ts";
import { entitySchema, identifierProperty } from "./entity-shape.ts";
import type { ScreenQuery } from "./screen-questions.ts";
import { screenHitSchema } from "./screen-report.ts";

/** The most queries of one request, as in the OpenSanctions matching API. */
export const mostQueries = 100;
/** The most names and aliases of one query, and of one request: each is a search of its own. */
export const mostNames = 10;
export const mostNamesInAll = 200;

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]).optional();

const identifying = Object.keys(identifierProperty) as readonly (keyof typeof identifierProperty)[];

/** An entity asked for; properties that bear neither on names nor on evidence beside them are left out. */
const matchQuerySchema = z.object({
  id: z.string().max(1000).nullish(),
  schema: z.string().max(100).optional().describe("Person, Company, Organization, LegalEntity, Vessel, ..."),
  properties: z.object({
    ...fields(texts, "name", "alias", "previousName", "firstName", "lastName", "country", "jurisdiction", "nationality"),
    ...fields(texts, "birthDate", "address", "identifier", ...identifying),
  }),
});
export type MatchQuery = z.output<typeof matchQuerySchema>;

/** All names of an entity; of a person who is given by first and last names alone, these put together. */
export function namesOf({
  properties: { name = [], alias = [], previousName = [], firstName = [], lastName = [] },
}: MatchQuery): readonly string[] {
  const whole = [...new Set([...name, ...alias, ...previousName])];
  return whole.length > 0
    ? whole
    : lastName.flatMap((last) => (firstName.length > 0 ? firstName.map((first) => `${first} ${last}`) : [last]));
}

/** What an entity is known by beside its names. */
export function evidenceOf({ properties }: MatchQuery): Pick<ScreenQuery, "born" | "identifiers" | "addresses"> {
  const known = identifying.flatMap((property) =>
    (properties[property] ?? []).map((value) => ({ scheme: identifierProperty[property], value })),
  );
  const identifiers = [...known, ...(properties.identifier ?? []).map((value) => ({ scheme: "other", value }))];
  const { birthDate: [born] = [], address: addresses = [] } = properties;
  return {
    ...(born !== undefined && { born }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(addresses.length > 0 && { addresses }),
  };
}

export const nameCount = (queries: Readonly<Record<string, MatchQuery>>): number =>
  Object.values(queries).reduce((sum, query) => sum + namesOf(query).length, 0);

/** The body of `POST /match/{dataset}`, in the shape of the OpenSanctions matching API. */
export const matchBodySchema = z
  .object({ queries: z.record(z.string().max(200), matchQuerySchema) })
  .refine(({ queries }) => Object.keys(queries).length > 0, "no query is given")
  .refine(({ queries }) => Object.keys(queries).length <= mostQueries, `at most ${mostQueries} queries`)
  .refine(
    ({ queries }) => Object.values(queries).every((query) => namesOf(query).length <= mostNames),
    `at most ${mostNames} names of a query`,
  )
  .refine(({ queries }) => nameCount(queries) <= mostNamesInAll, `at most ${mostNamesInAll} names in all`)
  // Zod drops `examples` of what it changes while it reads
  .meta({
    example: {
      queries: { first: { schema: "Company", properties: { name: ["Semiconductor Manufacturing International"], country: ["cn"] } } },
    },
  });
export type MatchBody = z.output<typeof matchBodySchema>;

/**
 * Queries of a body that are none, by their ids, each with what is wrong, where others are: one bad query does not keep the others from their
 * answers. `kept`: the body with empty queries in their place.
 */
export function badQueries(body: unknown): { readonly kept: unknown; readonly faults: ReadonlyMap<string, string> } {
  const none = { kept: body, faults: new Map<string, string>() };
  const queries = z.object({ queries: z.record(z.string(), z.unknown()) }).safeParse(body).data?.queries;
  if (queries === undefined) return none;
  const faults = new Map(Object.entries(queries).flatMap(([id, query]) => queryFault(query).map((fault) => [id, fault] as const)));
  if (faults.size === 0 || faults.size === Object.keys(queries).length) return none;
  const kept = Object.entries(queries).map(([id, query]) => [id, faults.has(id) ? { properties: {} } : query]);
  return { kept: { ...(body as object), queries: Object.fromEntries(kept) }, faults };
}

function queryFault(query: unknown): readonly string[] {
  const read = matchQuerySchema.safeParse(query);
  if (!read.success) {
    const [issue] = read.error.issues;
    return [`The query is not understood (${issue?.path.join(".") || "query"}: ${issue?.message}).`];
  }
  return namesOf(read.data).length > mostNames ? [`At most ${mostNames} names of a query.`] : [];
}

const explanationSchema = z.object({
  score: z.number(),
  ...fields(z.string(), "detail", "query", "candidate"),
});

/** Of a hit, what that API has no place for. */
export const levermapFields = [
  ...(["list", "listTitle", "issuer", "origin", "citation", "published", "effective", "ended"] as const),
  ...(["standing", "footnotes", "links", "others", "decision"] as const),
] as const;

/** An entry that the entity asked for may be. `levermap`: what that API has no place for. */
const matchResultSchema = entitySchema.extend({
  score: z.number(),
  features: z.record(z.string(), z.number()),
  explanations: z.record(z.string(), explanationSchema),
  match: z.boolean().describe("the score reaches the threshold, and no decision says that it is another party"),
  levermap: z.object(pick(screenHitSchema.unwrap().shape, ...levermapFields)),
});
export type MatchResult = z.infer<typeof matchResultSchema>;

const matchesSchema = z.object({
  status: z.number().describe("200; 400 where a name of the query could not be screened"),
  results: z.array(matchResultSchema),
  total: z.object({ value: z.number(), relation: z.string() }),
  query: z.object({ id: z.string().nullable(), schema: z.string(), properties: z.record(z.string(), z.array(z.string())) }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Matches = z.infer<typeof matchesSchema>;

export const matchReportSchema = z.object({
  responses: z.record(z.string(), matchesSchema),
  matcher: z.record(z.string(), z.object({ description: z.string(), coefficient: z.number(), url: z.string() })),
  limit: z.number(),
  levermap: z.object({
    asOf: z.string(),
    statement: z.string().describe("no match is not clearance"),
    thresholds: z.object({ organisation: z.number(), person: z.number() }),
    lists: z.array(z.string()),
    limits: z.array(z.string()),
    ignored: z.array(z.string()).describe("parameters that were not applied: more is shown, never less"),
  }),
});
export type MatchReport = z.infer<typeof matchReportSchema>;
