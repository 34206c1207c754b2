import type { MapView } from "../../src/answers/card/map-view.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";
import { drawer } from "./fixture-random.ts";
import type { FixtureTechnology, fixtureStages } from "./fixture-technologies.ts";

type Node = MapView["nodes"][number];
type Edge = MapView["edges"][number];

const economies = [
  ["AA", "Aland"],
  ["BB", "Borland"],
  ["CC", "Cedonia"],
  ["DD", "Dalmark"],
  ["EE", "Esterre"],
  ["FF", "Falland"],
  ["GG", "Gorania"],
  ["HH", "Hesland"],
  ["II", "Ismere"],
  ["JJ", "Jorvia"],
].map(([id = "", name = ""]) => ({ id, name, group: false }));

const union = { id: "UU", name: "Union of Aland and Borland", group: true };

const organisations = [
  { id: "org-alpha", name: "Alpha Works", economy: "AA", names: ["Alpha Works", "甲工業"] },
  { id: "org-beta", name: "Beta International", economy: "BB", names: ["中芯國際", "贝塔国际"] },
  { id: "org-gamma", name: "Gamma Electron", economy: "CC", names: ["東京エレクトロン", "감마전자"] },
  { id: "org-delta", name: "Delta", economy: null, names: [] },
];

/** The made-up supply of all technologies; scores follow from it for any home. */
export interface FixtureMap {
  readonly economies: MapView["economies"];
  view(home: string | null, evidence: Evidence, markup: string | null): MapView;
}

export function fixtureMap(
  stages: typeof fixtureStages,
  technologies: readonly FixtureTechnology[],
  needs?: readonly (readonly [technology: string, input: string])[],
): FixtureMap {
  const all = [...economies, union];
  const edges = fixtureEdges(technologies, needs ?? inventedNeeds(stages, technologies));
  return {
    economies: all,
    view: (home, evidence, markup) => {
      const nodes = rank(technologies.map((technology, index) => fixtureNode(technology, index, home, markup)));
      const first = nodes.find((node) => node.rank === 1);
      const known = nodes.filter((node) => node.score !== null).length;
      return {
        finding: `In the model, ${first?.holder ?? "nobody"} could withhold ${first?.name ?? "nothing"} from ${home ?? "everyone else"}: ${percent(first?.score?.[1])} (${percent(first?.score?.[0])}–${percent(first?.score?.[2])}) of final output; ${known} of ${nodes.length} technologies have a score.`,
        controlsFinding: `On 2026-11-20, invented controls bite on at least ${nodes.filter(({ controls }) => (controls?.issuers.length ?? 0) > 0).length} of ${nodes.length} technologies.`,
        home,
        asOf: "2026-11-20",
        stages,
        nodes,
        edges,
        economies: all,
        organisations: markup ? organisations.map((entry) => ({ ...entry, name: markup, names: [markup, ...entry.names] })) : organisations,
        evidence,
      };
    },
  };
}

const percent = (value: number | undefined): string => `${Math.round((value ?? 0) * 100)}%`;

const unknownWhy = ["none recorded", "none recorded as in force", "linked entries not loaded"] as const;

function fixtureNode(technology: FixtureTechnology, index: number, home: string | null, markup: string | null): Node {
  const draw = drawer("supply", technology.id);
  const unknownShare = index % 9 === 4 ? 1 : index % 3 === 0 ? draw() * 0.5 : draw() * 0.1;
  const first = Math.floor(draw() ** 2 * economies.length);
  const main = 0.4 + draw() * 0.6;
  const parts = [main, (1 - main) * 0.7, (1 - main) * 0.3].map((part, place) => ({
    economy: economies[(first + place * 3) % economies.length]?.id ?? "AA",
    share: part * (1 - unknownShare),
  }));
  const shares = unknownShare === 1 ? [] : parts;
  const foreign = shares.filter((part) => part.economy !== home && !(home === "UU" && (part.economy === "AA" || part.economy === "BB")));
  const holder = foreign.reduce<(typeof shares)[number] | null>((best, part) => (best && best.share >= part.share ? best : part), null);
  const middle = (holder?.share ?? 0) * (0.2 + draw() * 0.8);
  return {
    id: technology.id,
    name: markup ? `${markup} ${technology.name}` : technology.name,
    kind: technology.kind,
    stage: technology.stage,
    supplyMode: technology.supplyMode,
    nextGeneration: technology.nextGeneration,
    parent: technology.parent,
    marketSize: index % 4 === 3 ? null : 0.05 * 2000 ** draw(),
    score: shares.length === 0 ? null : [middle * 0.7, middle, Math.min(1, middle * 1.2 + unknownShare)],
    rank: null,
    holder: holder?.economy ?? null,
    withheldSince: index % 11 === 2 ? "2024-03" : null,
    ...(index % 4 === 3
      ? { controls: null, controlsUnknown: unknownWhy[index % 3] ?? null }
      : {
          controls: { issuers: ["AA", "BB", "CC", "DD"].slice(0, Math.max(1, index % 5)), entriesUnknown: index % 6 === 1 },
          controlsUnknown: null,
        }),
    unknownShare,
    economies: shares.map((share) => ({ ...share, high: share.share })),
    notApplicable: null,
    organisations: shares.length === 0 ? [] : [organisations[index % organisations.length]?.id ?? "org-delta"],
  };
}

function rank(nodes: readonly Node[]): Node[] {
  const order = nodes.filter((node) => node.score).sort((a, b) => (b.score?.[1] ?? 0) - (a.score?.[1] ?? 0));
  const place = new Map(order.map((node, index) => [node.id, index + 1]));
  return nodes.map((node) => ({ ...node, rank: place.get(node.id) ?? null }));
}

function fixtureEdges(technologies: readonly FixtureTechnology[], needs: readonly (readonly [string, string])[]): Edge[] {
  const varieties = technologies.flatMap(({ id, parent }): Edge[] =>
    parent ? [{ from: id, to: parent, relation: "variety", criticality: null, grade: "published" }] : [],
  );
  const requires = needs.map(([to, from], index): Edge => {
    return { from, to, relation: "requires", criticality: index % 2 === 0 ? "blocking" : "degrading", grade: "assumed" };
  });
  return [...varieties, ...requires];
}

/** Each technology is needed by two of the three stages after its own. */
function inventedNeeds(stages: typeof fixtureStages, technologies: readonly FixtureTechnology[]): (readonly [string, string])[] {
  const position = new Map(stages.map((stage) => [stage.id, stage.position]));
  const at = (technology: FixtureTechnology): number => position.get(technology.stage) ?? 0;
  return technologies.flatMap((technology) => {
    const draw = drawer("edges", technology.id);
    const later = technologies.filter((other) => at(other) > at(technology) && at(other) <= at(technology) + 3);
    const users = new Set([draw(), draw()].map((part) => later[Math.floor(part * later.length)]?.id));
    return [...users].flatMap((user) => (user === undefined ? [] : [[user, technology.id] as const]));
  });
}
