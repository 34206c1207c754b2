import type { MapView } from "../../src/answers/card/map-view.ts";
import type { TechnologyList } from "../../src/answers/card/technology-card.ts";
import { knownHalfLife } from "../../src/answers/card/technology-card-half-life.ts";
import { knownPatents } from "../../src/answers/card/technology-card-patents.ts";
import type { TechnologyPatents } from "../../src/answers/patents/technology-patents-report.ts";
import type { Evidence, Grade } from "../../src/answers/shared/evidence.ts";
import type { WorkspaceStatus } from "../../src/answers/shared/workspace-status.ts";
import type { ChangeReport } from "../../src/answers/supply/supply-questions.ts";
import type { Answers, Ask } from "../../src/ask/ask.ts";
import { checked } from "../../src/ask/open-ask.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { usualDraws } from "../../src/leverage/draw/monte-carlo.ts";
import { fixtureBacktest } from "./fixture-backtest.ts";
import { fixtureBlocks } from "./fixture-blocks.ts";
import { fixtureCard } from "./fixture-card.ts";
import { fixtureChokepoints } from "./fixture-chokepoints.ts";
import { fixtureControls } from "./fixture-controls.ts";
import { fixtureHalfLife, fixtureHalfLives } from "./fixture-half-life.ts";
import { fixtureHolder, fixtureHolders } from "./fixture-holders.ts";
import { fixtureLeverage } from "./fixture-leverage.ts";
import { type FixtureMap, fixtureMap } from "./fixture-map.ts";
import { fixturePatent, fixturePatentSearch } from "./fixture-patent.ts";
import { fixturePatents } from "./fixture-patents.ts";
import { fixturePlans } from "./fixture-plans.ts";
import { fixturePortfolio } from "./fixture-portfolio.ts";
import { fixtureScenarios } from "./fixture-scenarios.ts";
import { type FixtureTechnology, fixtureStages, inventedTechnologies } from "./fixture-technologies.ts";

export interface FixtureOptions {
  readonly stages?: typeof fixtureStages;
  readonly technologies?: readonly FixtureTechnology[];
  readonly needs?: readonly (readonly [technology: string, input: string])[];
  /** Puts markup and `javascript:` addresses wherever free text goes. */
  readonly hostile?: boolean;
  /** Whether patents were measured; they were if nobody says so. */
  readonly measured?: boolean;
}

export const hostileMarkup = `<img src=x onerror="window.hacked=true">`;
export const hostileAddress = "javascript:window.hacked=true";

/** Made-up answers that fit the schemas. Nothing here says anything about the world. */
export function fixtureAsk(options: FixtureOptions = {}): Ask {
  const evidence = fixtureEvidence(options.hostile ?? false);
  const markup = options.hostile ? hostileMarkup : null;
  const world: FixtureMap = fixtureMap(options.stages ?? fixtureStages, options.technologies ?? inventedTechnologies(), options.needs);
  const view = (home: string | undefined): MapView => {
    if (home !== undefined && !world.economies.some((economy) => economy.id === home)) {
      throw new LevermapError("LM_ECONOMY_UNKNOWN", `There is no economy or group "${home}".`);
    }
    return world.view(home ?? null, evidence, markup);
  };
  const nodeOf = (id: string): MapView["nodes"][number] => {
    const node = view(undefined).nodes.find((other) => other.id === id);
    if (!node) throw new LevermapError("LM_TECHNOLOGY_UNKNOWN", `There is no technology "${id}".`);
    return node;
  };
  const requireMeasured = (): void => {
    if (options.measured === false) throw new LevermapError("LM_NOT_MEASURED", "The patents of this workspace have not been measured.");
  };
  const patentsOf = async (id: string): Promise<TechnologyPatents> => {
    requireMeasured();
    return fixturePatents(nodeOf(id), evidence, markup);
  };
  /** No page asks it. */
  const unserved = (): Promise<never> => Promise.reject(new LevermapError("LM_USAGE", "The invented map does not answer this."));
  const answers: Answers = {
    map: async ({ home, asOf }) => (asOf === undefined ? view(home) : earlierMap(view(home), asOf)),
    chokepoints: async ({ home, source, top }) => fixtureChokepoints(view(home), source ?? null, top),
    backtest: async ({ draws = 10_000, seed = 1 }) => fixtureBacktest(draws, seed, evidence),
    planBacktest: async () => {
      throw new LevermapError("LM_NOT_MEASURED", "The patents of this workspace have not been measured.");
    },
    find: async ({ query, top = 20 }) => {
      const found = view(undefined)
        .nodes.filter(({ id }) => id.includes(query))
        .map(({ id, name }) => ({ kind: "technology" as const, id, name, as: null, about: null, isNear: false }));
      return { query, found: found.slice(0, top), total: found.length, notLoaded: [], evidence };
    },
    leverage: async (question) => fixtureLeverage(question, evidence),
    dossier: unserved,
    technologies: async () => technologyList(view(undefined)),
    technology: async ({ technology: id, home }) => {
      const node = nodeOf(id);
      const halfLife = await knownHalfLife(async () => fixtureHalfLife(node, home, usualDraws, evidence, markup));
      return fixtureCard(view(undefined), id, markup, { ...(await knownPatents(() => patentsOf(id))), ...halfLife });
    },
    technologyPatents: async ({ technology, jurisdiction, top, seed }) => {
      const report = await patentsOf(technology);
      if (seed !== undefined && report.seed?.document !== seed) throw new LevermapError("LM_USAGE", `"${seed}" is none of the documents.`);
      return { ...report, jurisdiction: jurisdiction ?? null, holders: report.holders.slice(0, top) };
    },
    holders: async ({ technology, top }) => {
      requireMeasured();
      return fixtureHolders(technology === undefined ? null : nodeOf(technology), top, evidence, markup);
    },
    holder: async ({ name }) => {
      requireMeasured();
      return fixtureHolder(name, evidence, markup);
    },
    portfolio: async (question) => {
      requireMeasured();
      return fixturePortfolio(fixtureHolder(question.holder, evidence, markup), question, evidence);
    },
    patent: async ({ number }) => {
      requireMeasured();
      return fixturePatent(number, evidence, markup);
    },
    searchPatents: async ({ words, top }) => {
      requireMeasured();
      return fixturePatentSearch(words, top, evidence, markup);
    },
    similarPatents: async () => ({ document: null, compared: 1, texts: "titles-and-abstracts", latent: false, found: [], evidence }),
    savedSearches: async () => ({ searches: [], evidence }),
    blocks: async ({ office, technology }) => {
      requireMeasured();
      return fixtureBlocks(office ?? null, technology === undefined ? null : nodeOf(technology), evidence);
    },
    technologyHistory: unserved,
    owners: unserved,
    cases: unserved,
    caseRuns: unserved,
    casesChanges: unserved,
    customerCases: unserved,
    economy: unserved,
    organisation: unserved,
    facts: unserved,
    gaps: unserved,
    status: async () => workspaceStatus(),
    ...fixtureScenarios(evidence),
    ...fixturePlans(evidence, markup),
    ...fixtureHalfLives(nodeOf, evidence, markup),
    ...fixtureControls(),
    changes: async ({ source }) => changeReport(source, evidence),
  };
  return checked(
    () => answers,
    async () => [],
  );
}

function fixtureEvidence(hostile: boolean): Evidence {
  const grade: Grade = "assumed";
  return {
    grade,
    documents: [
      {
        id: "invented-1",
        title: hostile ? hostileMarkup : "Invented yearbook",
        publisher: "Nobody",
        year: 2025,
        published: "2025-03",
        url: hostile ? hostileAddress : "https://example.org/yearbook",
        locator: "p. 7",
        class: "press",
        access: "direct",
      },
      {
        id: "invented-2",
        title: "Invented register",
        publisher: null,
        year: null,
        published: null,
        url: null,
        locator: null,
        class: null,
        access: "secondary",
      },
    ],
    rules: ["A made-up rule of the fixture."],
    loads: [{ id: "load-1", source: "atlas", edition: "2026-11" }],
    limits: ["Everything here is invented."],
  };
}

function technologyList(map: MapView): TechnologyList {
  return {
    stages: map.stages,
    technologies: map.nodes.map((node) => ({
      id: node.id,
      name: node.name,
      kind: node.kind,
      stage: node.stage,
      supplyMode: node.supplyMode,
      nextGeneration: node.nextGeneration,
      parent: node.parent,
      top: node.economies[0] ?? null,
      hhi: null,
      unknownShare: node.unknownShare,
    })),
    evidence: map.evidence,
  };
}

function workspaceStatus(): WorkspaceStatus {
  return {
    workspace: "invented",
    schemaVersion: 1,
    loads: [
      {
        id: "load-1",
        source: "atlas",
        edition: "2026-11",
        path: "data/atlas",
        rows: 40,
        rejects: 0,
        loadedAt: "2026-11-20T00:00:00Z",
        current: true,
        usedBefore: null,
        notice: "invented",
      },
    ],
    tables: [{ table: "technology", rows: 40 }],
    evidence: { loads: [{ id: "load-1", source: "atlas", edition: "2026-11" }] },
  };
}

function changeReport(source: string, evidence: Evidence): ChangeReport {
  if (source !== "eto") throw new LevermapError("LM_SOURCE_UNKNOWN", `There is no source "${source}".`);
  return { source, from: "2025", to: "2026", matched: [], unmatched: [], changes: [], economies: [], evidence };
}

/** The map of another day: of the first technology no control was recorded and the score was unknown, of the second the score half. */
function earlierMap(map: MapView, asOf: string): MapView {
  const [first, second] = map.nodes.filter(
    ({ score, notApplicable, parent }) => score !== null && notApplicable === null && parent === null,
  );
  const half = (node: MapView["nodes"][number]): MapView["nodes"][number] => ({
    ...node,
    score: node.score === null ? null : [node.score[0] / 2, node.score[1] / 2, node.score[2] / 2],
  });
  const before = (node: MapView["nodes"][number]): MapView["nodes"][number] => {
    if (node.id === first?.id) return { ...node, controls: null, controlsUnknown: "none recorded", score: null };
    return node.id === second?.id ? half(node) : node;
  };
  return { ...map, asOf, finding: `As known on ${asOf}.`, nodes: map.nodes.map(before) };
}
