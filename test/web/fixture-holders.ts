import type { MapView } from "../../src/answers/card/map-view.ts";
import type { HolderCard, HolderList } from "../../src/answers/patents/technology-patents-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import { LevermapError } from "../../src/base/errors.ts";

type Line = HolderList["holders"][number];

const lines = (markup: string | null): readonly Line[] => [
  {
    holder: "org-beta",
    name: markup ?? "Organisation Beta",
    organisation: "org-beta",
    economy: "BB",
    documents: 6,
    today: null,
    group: null,
    names: [{ name: markup ?? "BETA INC", rule: "key" }],
  },
  {
    holder: "key:solo",
    name: "Solo Works",
    organisation: null,
    economy: null,
    documents: 2,
    today: null,
    group: null,
    names: [{ name: "Solo Works", rule: "own" }],
  },
];

/** Made-up holders of the patents of one technology, or of all. */
export function fixtureHolders(
  node: MapView["nodes"][number] | null,
  top: number | undefined,
  evidence: Evidence,
  markup: string | null,
): HolderList {
  return {
    technology: node && { id: node.id, name: node.name },
    scope: node === null ? [] : [node.id],
    holders: lines(markup).slice(0, top),
    total: 2,
    documents: 9,
    withoutHolder: 1,
    evidence,
  };
}

/** One of them, by its id or name. Throws LM_HOLDER_UNKNOWN. */
export function fixtureHolder(wanted: string, evidence: Evidence, markup: string | null): HolderCard {
  const line = lines(markup).find(({ holder, name }) => holder === wanted || name === wanted);
  if (line === undefined) throw new LevermapError("LM_HOLDER_UNKNOWN", `There is no holder "${wanted}".`);
  return {
    ...line,
    links: [],
    granted: line.documents,
    counts: [],
    names: line.names.map((name) => ({ ...name, documents: line.documents })),
    technologies: [],
    unassigned: line.documents,
    years: [{ year: null, documents: line.documents }],
    citedBy: 0,
    inForce: { low: 0, high: 0, known: 0, unknown: line.documents, notGranted: 0 },
    caseCount: { owner: 0, other: 0 },
    cases: [],
    asOf: "2026-11-20",
    evidence,
  };
}
