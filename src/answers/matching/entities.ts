import { z } from "zod";
import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { findEconomy } from "../../link/economies.ts";
import type { controlQuestions } from "../controls/control-questions.ts";
import { partyRowSchema } from "../controls/controls-report.ts";
import { entityOf, entitySchema, kindOf, listsAsked, nameFeature } from "../screen/entity-shape.ts";
import { levermapFields } from "../screen/match-report.ts";
import type { screen as screenQuestion } from "../screen/screen-questions.ts";
import { screenHitSchema } from "../screen/screen-report.ts";
import type { Asks } from "../shared/asking.ts";

/** One entry of a list, in the shape of the OpenSanctions API. `levermap`: what that has no place for. */
export const entityReportSchema = entitySchema.extend({ levermap: partyRowSchema.nullable() });

type AskControls = Asks<typeof controlQuestions>;

/** Throws LM_PARTY_UNKNOWN for an id that no loaded list has. */
export async function answerEntity({ control }: Pick<AskControls, "control">, id: string): Promise<z.infer<typeof entityReportSchema>> {
  const unknown = new LevermapError("LM_PARTY_UNKNOWN", `No loaded list has the entry ${id}.`, { entry: id });
  const { parties } = await control({ id }).catch((thrown: unknown) => {
    throw thrown instanceof LevermapError && thrown.code === "LM_CONTROL_UNKNOWN" ? unknown : thrown;
  });
  const [row, ...others] = parties;
  if (row === undefined) throw unknown;
  const { entry, list, kind, name, names, economies, programme, requirement, url } = row;
  const of = (former: boolean): readonly string[] =>
    names.filter((each) => each.name !== name && (each.kind === "former") === former).map((each) => each.name);
  return {
    ...entityOf({
      entry,
      list,
      kind,
      name,
      economies,
      programme,
      requirement,
      url,
      aliases: of(false),
      former: of(true),
      referents: others.map((other) => other.entry),
    }),
    levermap: row,
  };
}

const foundSchema = entitySchema.extend({
  levermap: z.object({ score: z.number(), ...pick(screenHitSchema.unwrap().shape, ...levermapFields) }),
});
const facetSchema = z.object({ label: z.string(), values: z.array(z.object({ name: z.string(), label: z.string(), count: z.number() })) });

/** Entries of lists by a name, in the shape of the OpenSanctions API. */
export const entitySearchSchema = z.object({
  limit: z.number(),
  offset: z.number(),
  total: z.object({ value: z.number(), relation: z.string() }),
  results: z.array(foundSchema),
  facets: z.record(z.string(), facetSchema),
  levermap: z.object({ asOf: z.string(), statement: z.string(), ignored: z.array(z.string()) }),
});
export type EntitySearch = z.infer<typeof entitySearchSchema>;

export interface EntitySearchQuestion {
  readonly dataset: string;
  readonly q: string;
  readonly schema?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly include_dataset?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly ignored?: readonly string[] | undefined;
}

const usualLimit = 10;
/** From this score on an entry is found: a search is wider than a match. */
const leastScore = 0.3;
/** Entries that one search looks through. */
export const mostFound = 500;

/** Throws LM_NO_LISTS, LM_USAGE for a list that is not loaded, and the fault of a name that cannot be screened. */
export async function answerEntitySearch(
  { screen }: Asks<{ screen: typeof screenQuestion }>,
  question: EntitySearchQuestion,
): Promise<EntitySearch> {
  const { q, dataset, schema, countries = [], limit = usualLimit, offset = 0, ignored = [] } = question;
  const report = await screen({
    queries: [{ name: q, kind: kindOf(schema) }],
    lists: listsAsked(dataset, question.include_dataset),
    threshold: leastScore,
    top: mostFound,
  });
  const [result] = report.results;
  if (result?.fault) throw new LevermapError(result.fault.code as LevermapError["code"], result.fault.message);
  const wanted = new Set(countries.map((code) => findEconomy(code) ?? code));
  const hits = (result?.hits ?? []).filter(({ economies }) => wanted.size === 0 || economies.some((economy) => wanted.has(economy)));
  return {
    limit,
    offset,
    total: { value: hits.length, relation: "eq" },
    results: hits.slice(offset, offset + limit).map((hit) => ({
      ...entityOf({ ...hit, aliases: hit.matchedName === hit.name ? [] : [hit.matchedName] }),
      levermap: { score: hit.score, ...pick(hit, ...levermapFields) },
    })),
    facets: {
      countries: facet(
        "Countries",
        hits.flatMap(({ economies }) => economies.map((economy) => economy.toLowerCase())),
      ),
      datasets: facet(
        "Data sources",
        hits.map(({ list }) => list),
      ),
    },
    levermap: { asOf: report.asOf, statement: report.statement, ignored: [...ignored] },
  };
}

function facet(label: string, names: readonly string[]): z.infer<typeof facetSchema> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { label, values: [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => ({ name, label: name, count })) };
}

/** The lists that are loaded, in the shape of that API's catalogue. */
export const catalogueSchema = z.object({
  datasets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      version: z.string().nullable(),
      load: z.boolean(),
      entity_count: z.number(),
      children: z.array(z.string()),
    }),
  ),
  current: z.array(z.string()),
  outdated: z.array(z.string()),
  index_stale: z.boolean(),
});

export async function answerCatalogue({ controlsList }: Pick<AskControls, "controlsList">): Promise<z.infer<typeof catalogueSchema>> {
  const { lists } = await controlsList();
  const one = lists.map(({ list, title, readings }) => ({
    name: list,
    title,
    version:
      readings
        .map(({ used }) => used)
        .sort()
        .at(-1) ?? null,
    load: true,
    entity_count: Math.max(0, ...readings.map(({ inForce }) => inForce)),
    children: [],
  }));
  const names = one.map(({ name }) => name);
  const all = {
    name: "default",
    title: "All lists that are loaded",
    version: null,
    load: true,
    entity_count: one.reduce((sum, { entity_count: own }) => sum + own, 0),
    children: names,
  };
  return { datasets: [all, ...one], current: ["default", ...names], outdated: [], index_stale: false };
}

export const algorithmsSchema = z.object({
  algorithms: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      features: z.record(z.string(), z.object({ description: z.string(), coefficient: z.number(), url: z.string() })),
    }),
  ),
  default: z.string(),
  best: z.string(),
});

export const algorithms: z.infer<typeof algorithmsSchema> = {
  algorithms: [
    {
      name: "levermap",
      description: "Names compared word by word and by sound; the score is a calibrated chance that both are one party.",
      features: nameFeature,
    },
  ],
  default: "levermap",
  best: "levermap",
};
