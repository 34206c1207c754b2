import type { MapView } from "../../src/answers/card/map-view.ts";
import type { TechnologyCard } from "../../src/answers/card/technology-card.ts";
import type { KnownHalfLife } from "../../src/answers/card/technology-card-half-life.ts";
import type { KnownPatents } from "../../src/answers/card/technology-card-patents.ts";
import type { PublishedCount } from "../../src/answers/shared/published-counts.ts";
import { fixtureCardControls } from "./fixture-card-controls.ts";
import { fixtureProblems } from "./fixture-problems.ts";

type CardEdge = TechnologyCard["needs"][number];
type ShareRow = TechnologyCard["shareRows"][number];

/** The card that belongs to one technology of a made-up map. */
export function fixtureCard(map: MapView, id: string, markup: string | null, known: KnownPatents & KnownHalfLife): TechnologyCard {
  const node = map.nodes.find((other) => other.id === id);
  if (!node) throw new Error(`no ${id}`);
  const text = markup ?? "Invented";
  const link = (edge: MapView["edges"][number], end: "from" | "to"): CardEdge => ({
    technology: edge[end],
    name: map.nodes.find((other) => other.id === edge[end])?.name ?? edge[end],
    relation: edge.relation,
    criticality: edge.criticality,
    delta: edge.criticality === "degrading" ? { low: 0.1, high: 0.3 } : null,
    weight: edge.relation === "variety" ? { low: 0.4, high: 0.5 } : null,
    since: null,
    grade: edge.grade,
    source: "invented-1",
    note: null,
  });
  const edges = (end: "from" | "to", other: "from" | "to", variety: boolean): CardEdge[] =>
    map.edges.filter((edge) => edge[other] === id && (edge.relation === "variety") === variety).map((edge) => link(edge, end));
  const named = node.economies.length > 0;
  return {
    id,
    name: node.name,
    kind: node.kind,
    stage: node.stage,
    supplyMode: node.supplyMode,
    nextGeneration: node.nextGeneration,
    description: `${text} description of ${node.name}`,
    aliases: [`${id}-alias`],
    concentration: {
      economies: {
        hhi: named ? { low: 0.3, high: 0.5 } : null,
        top: null,
        highlyConcentrated: named ? "yes" : "unknown",
        unknownShare: node.unknownShare,
      },
      organisations: { hhi: null, top: null, highlyConcentrated: "unknown", unknownShare: 1 },
    },
    publishedCounts: [publishedCount(id, markup, "grants", 659), publishedCount(id, markup, "applications", 40)],
    science: [publishedCount(id, markup, "papers", 11)],
    ...fixtureProblems(map, id, text),
    shareRows: named ? [economyRow(map, node), organisationRow(map, node, markup)] : [],
    doubts: named ? [`${text} doubt`] : [],
    needs: edges("from", "to", false),
    neededBy: edges("to", "from", false),
    varieties: edges("from", "to", true),
    varietyOf: edges("to", "from", true),
    substitutes: [],
    names: Object.fromEntries(map.nodes.map((each) => [each.id, each.name])),
    upstream: edges("from", "to", false).map((edge) => edge.technology),
    downstream: edges("to", "from", false).map((edge) => edge.technology),
    products: map.nodes
      .filter((other) => other.kind === "product")
      .map((other) => other.id)
      .slice(0, 2),
    parameters: known
      ? [
          {
            parameter: "stock",
            scope: "world",
            low: 1,
            high: 3,
            unit: "months",
            year: 2024,
            grade: "published",
            source: "invented-1",
            note: null,
            origin: "technology",
            used: true,
          },
          {
            parameter: "qualification",
            scope: "world",
            low: 6,
            high: 18,
            unit: "months",
            year: null,
            grade: "assumed",
            source: null,
            note: text,
            origin: "default",
            used: true,
          },
          {
            parameter: "lead-time",
            scope: "BB",
            low: null,
            high: null,
            unit: "months",
            year: null,
            grade: "derived",
            source: null,
            note: null,
            origin: "technology",
            used: true,
          },
        ]
      : [],
    firstVolumeUse: node.nextGeneration ? { low: 2027, high: 2030 } : null,
    marketSize:
      node.marketSize === null ? null : { low: node.marketSize * 0.9, high: node.marketSize * 1.1, year: 2025, source: "invented-1" },
    codes: named ? [{ scheme: "hs6", code: "000000", relation: "covers", source: "invented-1" }] : [],
    plants: named ? [{ id: "plant-1", owner: "org-beta", economy: "BB", place: "Port Invented", node: null, source: "invented-2" }] : [],
    controlsInForce: fixtureCardControls(node, map.asOf, markup),
    homeLoss: null,
    worldLoss:
      node.score === null || node.holder === null
        ? null
        : {
            technology: node.id,
            holder: node.holder,
            holderName: node.holder,
            loss: node.score,
            of: "output" as const,
            later: null,
            inDoubt: false,
          },
    structural: node.score,
    ...known,
    documents: [...map.evidence.documents],
    evidence: map.evidence,
  };
}

function economyRow(map: MapView, node: MapView["nodes"][number]): ShareRow {
  return {
    basis: "headquarters",
    holderKind: "economy",
    dataset: "atlas",
    year: 2025,
    used: true,
    unknownShare: node.unknownShare,
    shares: node.economies.map((share, index) => ({
      holder: share.economy,
      name: map.economies.find((economy) => economy.id === share.economy)?.name ?? share.economy,
      kind: "economy",
      low: share.share * 0.9,
      high: Math.min(1, share.share * 1.1),
      flag: null,
      year: 2025,
      known: "2025-12-31",
      grade: index === 0 ? "published" : index === 1 ? "derived" : "assumed",
      source: "invented-1",
      dataset: "atlas",
      note: null,
    })),
  };
}

const publishedCount = (technology: string, markup: string | null, counted: string, low: number): PublishedCount => ({
  technology,
  name: technology,
  holder: "org-beta",
  holderName: markup ?? "Organisation Beta",
  scope: "world",
  counted,
  low,
  high: low,
  unit: counted,
  year: 2024,
  years: "2020 to 2024",
  known: "2025-03-31",
  grade: "published",
  source: "invented-1",
  note: markup,
});

function organisationRow(map: MapView, node: MapView["nodes"][number], markup: string | null): ShareRow {
  return {
    basis: "sales",
    holderKind: "organisation",
    dataset: "atlas",
    year: null,
    used: false,
    unknownShare: 0.6,
    shares: node.organisations.map((id) => ({
      holder: id,
      name: markup ?? map.organisations.find((organisation) => organisation.id === id)?.name ?? id,
      kind: "organisation",
      low: 0.4,
      high: 0.4,
      flag: null,
      year: null,
      known: null,
      grade: "published",
      source: "invented-1",
      dataset: "atlas",
      note: null,
    })),
  };
}
