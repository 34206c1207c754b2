import type { MatchResult } from "./match-report.ts";
import { type ScreenHit, type ScreenReport, thresholdOf } from "./screen-report.ts";

const schemas: ReadonlyMap<string | null, string> = new Map([
  ["person", "Person"],
  ["organisation", "Organization"],
  ["vessel", "Vessel"],
  ["aircraft", "Airplane"],
]);

/** A row of a list in the shape of a scored entity of the OpenSanctions matching API. `asked`: the name that found it. */
export function matchResult(hit: ScreenHit, asked: string, thresholds: ScreenReport["thresholds"]): MatchResult {
  const { list, listTitle, issuer, origin, citation, published, effective, ended, standing, footnotes, links, decision } = hit;
  return {
    id: hit.entry,
    caption: hit.name,
    schema: schemas.get(hit.kind) ?? "LegalEntity",
    properties: properties(hit),
    datasets: [list],
    referents: [],
    target: true,
    first_seen: null,
    last_seen: null,
    last_change: null,
    score: hit.score,
    features: { name: hit.score },
    explanations: { name: { score: hit.score, detail: detail(hit), query: asked, candidate: hit.matchedName } },
    match: hit.score >= thresholdOf(hit, thresholds) && decision?.verdict !== "false",
    levermap: { list, listTitle, issuer, origin, citation, published, effective, ended, standing, footnotes, links, decision },
  };
}

function properties({ name, matchedName, economies, programme, requirement, url }: ScreenHit): MatchResult["properties"] {
  const all: MatchResult["properties"] = {
    name: [name],
    alias: matchedName === name ? [] : [matchedName],
    country: economies.map((id) => id.toLowerCase()),
    program: programme === null ? [] : [programme],
    notes: requirement === null ? [] : [requirement],
    sourceUrl: url === null ? [] : [url],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

/** Which words matched which, and which stand alone. */
function detail({ words, onlyAsked, onlyListed, numeralsDiffer, place }: ScreenHit): string {
  const alone = (side: readonly { readonly word: string }[]): string => side.map(({ word }) => word).join(" ");
  const parts = [
    ...words.map(({ asked, listed, rule }) => (asked === listed ? `${asked} (${rule})` : `${asked} = ${listed} (${rule})`)),
    onlyAsked.length > 0 ? `only asked: ${alone(onlyAsked)}` : "",
    onlyListed.length > 0 ? `only listed: ${alone(onlyListed)}` : "",
    numeralsDiffer ? "numbers differ" : "",
    place === "unknown" ? "" : `${place} economy`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
