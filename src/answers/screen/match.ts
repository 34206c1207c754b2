import { setImmediate } from "node:timers/promises";
import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { said } from "../../base/words.ts";
import { findEconomy } from "../../link/economies.ts";
import { fittedWeights } from "../../screen/names/weigh.ts";
import { entityOf, kindOf, listsAsked, nameFeature } from "./entity-shape.ts";
import {
  evidenceOf,
  levermapFields,
  type MatchBody,
  type Matches,
  type MatchQuery,
  type MatchReport,
  type MatchResult,
  namesOf,
} from "./match-report.ts";
import type { ScreenQuery, ScreenQuestion } from "./screen-questions.ts";
import { type ScreenHit, type ScreenReport, setsAside, thresholdOf } from "./screen-report.ts";

export interface MatchQuestion {
  /** A list, or one of `default` and `all` for all that are loaded; as list ids `us_sdn` and `us-sdn` are one. */
  readonly dataset: string;
  readonly queries: MatchBody["queries"];
  /** The most results of each query (5). */
  readonly limit?: number | undefined;
  /** From this score on a result is a match; the fitted one of its kind if absent. */
  readonly threshold?: number | undefined;
  /** From this score on a result is shown (0.5); never above the threshold. */
  readonly cutoff?: number | undefined;
  readonly include_dataset?: readonly string[] | undefined;
  /** What is wrong with queries that are no queries, by their ids; the others are answered. */
  readonly faults?: ReadonlyMap<string, string> | undefined;
  /** Names of further parameters that were given and are not applied. */
  readonly ignored?: readonly string[] | undefined;
}

const usualLimit = 5;
const usualCutoff = 0.5;
/** Hits of one name that are put together with those of the others. */
const mostHits = 500;

/**
 * Screens entities in the shape of the OpenSanctions matching API. Other work goes on between two queries.
 * Throws LM_NO_LISTS, and LM_USAGE for a list that is not loaded.
 */
export async function answerMatch(
  screen: (question: ScreenQuestion) => Promise<ScreenReport>,
  question: MatchQuestion,
): Promise<MatchReport> {
  const { queries, limit = usualLimit, cutoff = usualCutoff, ignored = [], faults } = question;
  const thresholds = { organisation: askedThreshold("organisation", question), person: askedThreshold("person", question) };
  const lists = listsAsked(question.dataset, question.include_dataset);
  const least = Math.min(cutoff, thresholds.organisation, thresholds.person);
  const ask = (asked: readonly ScreenQuery[]): Promise<ScreenReport> => screen({ queries: asked, threshold: least, top: mostHits, lists });
  const responses: [string, Matches][] = [];
  let last: ScreenReport | null = null;
  for (const [id, query] of Object.entries(queries)) {
    last = await ask(screenQueries(query));
    responses.push([id, matches(query, last.results, thresholds, Math.min(limit, mostHits), faults?.get(id))]);
    await setImmediate();
  }
  const { asOf, statement, lists: screened, evidence } = last ?? (await ask([]));
  return {
    responses: Object.fromEntries(responses),
    matcher: nameFeature,
    limit,
    levermap: { asOf, statement, thresholds, lists: screened.map(({ list }) => list), limits: [...evidence.limits], ignored: [...ignored] },
  };
}

const askedThreshold = (kind: "organisation" | "person", { threshold }: MatchQuestion): number =>
  threshold ?? fittedWeights()[kind].threshold;

/** Clients also send codes of economies that are no more; such a query is screened without a place. */
function screenQueries(query: MatchQuery): readonly ScreenQuery[] {
  const { country = [], jurisdiction = [], nationality = [] } = query.properties;
  const economy = [...country, ...jurisdiction, ...nationality].flatMap((code) => findEconomy(code) ?? [])[0] ?? null;
  return namesOf(query).map((name) => ({ name, economy, kind: kindOf(query.schema), ...evidenceOf(query) }));
}

/** The rows found for any of the names, each by the name that is most alike. */
function matches(
  query: MatchQuery,
  results: ScreenReport["results"],
  thresholds: ScreenReport["thresholds"],
  limit: number,
  fault?: string,
): Matches {
  const best = new Map<string, { readonly hit: ScreenHit; readonly name: string }>();
  for (const { name, hits } of results)
    for (const hit of hits) if (hit.score > (best.get(hit.entry)?.hit.score ?? 0)) best.set(hit.entry, { hit, name });
  const found = [...best.values()].sort((a, b) => b.hit.score - a.hit.score || (a.hit.entry < b.hit.entry ? -1 : 1));
  const error = faultOf(results, fault);
  return {
    status: error === null ? 200 : 400,
    results: found.slice(0, limit).map(({ hit, name }) => matchResult(hit, name, thresholds)),
    total: { value: found.length, relation: "eq" },
    query: { id: query.id ?? null, schema: query.schema ?? "Thing", properties: propertiesOf(query) },
    error,
  };
}

function faultOf(results: ScreenReport["results"], fault = "The query has no name."): Matches["error"] {
  const { code, message } = new LevermapError("LM_USAGE", fault);
  return results.length === 0 ? { code, message } : (results.find(({ fault }) => fault !== null)?.fault ?? null);
}

const propertiesOf = ({ properties }: MatchQuery): Matches["query"]["properties"] =>
  Object.fromEntries(Object.entries(properties).flatMap(([key, values]) => (values === undefined ? [] : [[key, values]])));

/** A row of a list in the shape of a scored entity of the OpenSanctions matching API. `asked`: the name that found it. */
function matchResult(hit: ScreenHit, asked: string, thresholds: ScreenReport["thresholds"]): MatchResult {
  return {
    ...entityOf({ ...hit, aliases: hit.matchedName === hit.name ? [] : [hit.matchedName] }),
    score: hit.score,
    features: { name: hit.score },
    explanations: { name: { score: hit.score, detail: detail(hit), query: asked, candidate: hit.matchedName } },
    match: hit.score >= thresholdOf(hit, thresholds) && !setsAside(hit.decision),
    levermap: pick(hit, ...levermapFields),
  };
}

/** Which words matched which, and which stand alone. */
function detail({ words, onlyAsked, onlyListed, numeralsDiffer, place, others }: ScreenHit): string {
  const alone = (side: readonly { readonly word: string }[]): string => side.map(({ word }) => word).join(" ");
  return said(
    ...words.map(({ asked, listed, rule }) => (asked === listed ? `${asked} (${rule})` : `${asked} = ${listed} (${rule})`)),
    onlyAsked.length > 0 && `only asked: ${alone(onlyAsked)}`,
    onlyListed.length > 0 && `only listed: ${alone(onlyListed)}`,
    numeralsDiffer && "numbers differ",
    place !== "unknown" && `${place} economy`,
    ...others
      .filter(({ field, says }) => field !== "country" && says !== "unknown")
      .map(({ field, asked, listed, says }) => `${says}: ${field} ${asked}, listed ${listed}`),
  ).join("; ");
}
