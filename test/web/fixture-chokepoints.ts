import type { MapView } from "../../src/answers/card/map-view.ts";
import type { Chokepoint, ChokepointReport } from "../../src/answers/supply/chokepoint-report.ts";

/** The ranking that belongs to a made-up map. */
export function fixtureChokepoints(map: MapView, source: string | null, top: number | undefined): ChokepointReport {
  const scored = map.nodes.filter((node) => node.score !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const ranked = scored.map((node) => fixtureChokepoint(map, node));
  return {
    question: "Which technologies could be withheld?",
    finding: map.finding,
    home: map.home,
    months: 12,
    source,
    asOf: map.asOf,
    total: ranked.length,
    ranked: top === undefined ? ranked : ranked.slice(0, top),
    makingKnown: true,
    dependsOn: [],
    finalProducts: [],
    unplaced: [],
    notApplicable: [],
    unknown: map.nodes.filter((node) => node.score === null).map((node) => node.id),
    names: Object.fromEntries(map.nodes.map(({ id, name }) => [id, name])),
    evidence: map.evidence,
  };
}

function fixtureChokepoint(map: MapView, node: MapView["nodes"][number]): Chokepoint {
  const score = node.score ?? [0, 0.5, 1];
  const products = map.nodes.filter((other) => other.kind === "product").slice(0, 3);
  return {
    technology: node.id,
    name: node.name,
    kind: node.kind,
    stage: node.stage,
    supplyMode: node.supplyMode,
    marketSize: node.marketSize === null ? null : [node.marketSize, node.marketSize, node.marketSize],
    rank: { low: Math.max(1, (node.rank ?? 1) - 2), mid: node.rank ?? 1, high: (node.rank ?? 1) + 3 },
    score,
    losses: ([12, 36, 60] as const).map((months) => ({
      months,
      loss: score,
      growth: node.supplyMode === "capital" ? [0.5, 0.7, 0.9] : [0, 0, 0],
    })),
    growth: node.supplyMode === "capital" ? [0.5, 0.7, 0.9] : null,
    structural: [score[0], (score[1] + 1) / 2, 1],
    loss: node.kind === "product" ? "use" : "output",
    holder: node.holder
      ? { economy: node.holder, share: node.economies[0]?.share ?? 0.5, high: node.economies[0]?.share ?? 0.5, reachable: [0.4, 0.5, 0.6] }
      : null,
    top: node.economies[0] ?? null,
    coalition: score[1] > 0.3 ? { members: node.economies.map((share) => share.economy), loss: [0.5, 0.6, 0.8] } : null,
    unknownShare: node.unknownShare,
    basis: "headquarters",
    year: 2025,
    withheld: node.withheldSince
      ? [
          {
            issuer: "BB",
            class: "licence",
            since: node.withheldSince,
            citation: "Invented Order 12",
            source: "invented-1",
            everyone: false,
          },
        ]
      : [],
    products: products.map((product, index) => ({ product: product.id, loss: score, made: index === 1 ? "unknown" : "yes" })),
    doubts: [],
    hangsOn: [
      { parameter: "stock", grade: "published", low: score[0], high: score[2] },
      { parameter: "qualification", grade: "derived", low: score[0], high: score[1] },
      { parameter: "spare", grade: "assumed", low: score[1], high: score[2] },
    ],
    causes: [
      { kind: "share", text: "An invented holder has a large share.", sources: ["invented-1"] },
      { kind: "place", text: "Made in one invented place.", sources: ["invented-2"] },
    ],
    flags: { cdi1: true, cdi2: false, cdi3: null, basis: "supply shares" },
    remedy: {
      others: node.economies.slice(1).map(({ economy, share, high }) => ({ economy, low: share, high })),
      qualificationMonths: [6, 12, 18],
      leadTimeMonths: [12, 18, 24],
      timesGrade: "assumed",
      toBuild: { share: 0.2, usdBn: 1.5, text: "A fifth of world supply would have to be built." },
    },
    imports: [
      {
        period: "2024",
        scheme: "cn8",
        code: "00000000",
        relation: "part",
        currency: "USD",
        total: 2_400_000,
        unknownOrigin: 100_000,
        partners: node.economies.map((share) => ({ economy: share.economy, value: share.share * 2_300_000 })),
      },
    ],
    grade: "assumed",
    sources: ["invented-1"],
  };
}
