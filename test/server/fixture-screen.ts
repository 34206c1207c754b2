import type { ScreenHit } from "../../src/answers/screen/screen-report.ts";
import type { Ask } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";

/** An entry of an invented list. */
export const hit = (over: Partial<ScreenHit> = {}): ScreenHit => ({
  score: 0.9,
  entry: "xx-1",
  list: "xx-list",
  listTitle: "Invented List",
  issuer: "AA",
  origin: "invented",
  name: "NORD WORKS",
  kind: "organisation",
  match: true,
  economies: ["BB"],
  born: [],
  identifiers: [],
  addresses: [],
  place: "unknown",
  matchedName: "Nord Works Ltd",
  matchedNameFrom: null,
  words: [
    { asked: "nord", listed: "nord", rule: "same", weight: 0.8 },
    { asked: "wroks", listed: "works", rule: "near", weight: 0.2 },
  ],
  onlyAsked: [{ word: "group", weight: 0.1 }],
  onlyListed: [],
  numeralsDiffer: false,
  others: [],
  standing: { status: "listed", basis: "effective", since: "2020-01-02", until: null, effectiveBy: null, datedBy: null },
  published: "2020-01-05",
  effective: "2020-01-02",
  ended: null,
  citation: "Order 7",
  footnotes: [],
  requirement: "all items",
  policy: null,
  programme: "XX",
  url: "https://example.org/7",
  links: [],
  decision: null,
  ...over,
});

/** Screening of three invented entries; a name finds those whose own name it begins with. Keeps what it was asked. */
export function fixtureScreen(entries: readonly ScreenHit[]): {
  readonly screen: Ask["screen"];
  readonly asked: Parameters<Ask["screen"]>[0][];
} {
  const asked: Parameters<Ask["screen"]>[0][] = [];
  const screen: Ask["screen"] = async (question) => {
    asked.push(question);
    if (question.lists?.some((id) => id !== "xx-list")) throw new LevermapError("LM_USAGE", "No such list is loaded.");
    const results = question.queries.map(({ name, kind = null, economy = null }) => {
      const tooLong = [...name].length > 1000;
      const hits = entries.filter((entry) => entry.score >= (question.threshold ?? 0) && entry.name.startsWith(name.toUpperCase()));
      return {
        id: null,
        name,
        kind,
        economy,
        matched: hits.length > 0,
        hits: tooLong ? [] : hits.slice(0, question.top),
        total: hits.length,
        lists: [...new Set(hits.map(({ list }) => list))],
        decided: [],
        notInForce: [],
        fault: tooLong ? { code: "LM_NAME_TOO_LONG", message: "A name that is too long." } : null,
      };
    });
    return {
      asOf: "2026-11-20",
      by: "effective",
      thresholds: { organisation: 0.5, person: 0.5 },
      statement: "No match is not clearance.",
      results,
      lists: [{ list: "xx-list", title: "Invented List", issuer: "AA", readings: [] }],
      evidence: { grade: "published", documents: [], rules: [], loads: [], limits: ["The list is invented."] },
    };
  };
  return { screen, asked };
}
