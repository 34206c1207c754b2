import type { Ask } from "../../src/answers/ask.ts";
import type { ChangeReport } from "../../src/answers/change-report.ts";
import type { Evidence, Grade } from "../../src/answers/evidence.ts";
import type { MapView } from "../../src/answers/map-view.ts";
import type { TechnologyList } from "../../src/answers/technology-card.ts";
import type { WorkspaceStatus } from "../../src/answers/workspace-status.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { fixtureCard } from "./fixture-card.ts";
import { fixtureChokepoints } from "./fixture-chokepoints.ts";
import { type FixtureMap, fixtureMap } from "./fixture-map.ts";
import { type FixtureTechnology, fixtureStages, inventedTechnologies } from "./fixture-technologies.ts";

export interface FixtureOptions {
  readonly stages?: typeof fixtureStages;
  readonly technologies?: readonly FixtureTechnology[];
  readonly needs?: readonly (readonly [technology: string, input: string])[];
  /** Puts markup and `javascript:` addresses wherever free text goes. */
  readonly hostile?: boolean;
}

export const hostileMarkup = `<img src=x onerror="window.hacked=true">`;
export const hostileAddress = "javascript:window.hacked=true";

/** Made-up answers that fit the schemas. Nothing here says anything about the world. */
export function fixtureAsk(options: FixtureOptions = {}): Ask {
  const evidence = fixtureEvidence(options.hostile ?? false);
  const world: FixtureMap = fixtureMap(options.stages ?? fixtureStages, options.technologies ?? inventedTechnologies(), options.needs);
  const view = (home: string | undefined): MapView => {
    if (home !== undefined && !world.economies.some((economy) => economy.id === home)) {
      throw new LevermapError("LM_ECONOMY_UNKNOWN", `There is no economy or group "${home}".`);
    }
    return world.view(home ?? null, evidence, options.hostile ? hostileMarkup : null);
  };
  return {
    map: async ({ home }) => view(home),
    chokepoints: async ({ home, source, top }) => fixtureChokepoints(view(home), source ?? null, top),
    technologies: async () => technologyList(view(undefined)),
    technology: async (id) => {
      const map = view(undefined);
      if (!map.nodes.some((node) => node.id === id)) throw new LevermapError("LM_TECHNOLOGY_UNKNOWN", `There is no technology "${id}".`);
      return fixtureCard(map, id, options.hostile ? hostileMarkup : null);
    },
    status: async () => workspaceStatus(),
    changes: async ({ source }) => changeReport(source, evidence),
  };
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
        url: hostile ? hostileAddress : "https://example.org/yearbook",
        locator: "p. 7",
        access: "direct",
      },
      { id: "invented-2", title: "Invented register", publisher: null, year: null, url: null, locator: null, access: "secondary" },
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
