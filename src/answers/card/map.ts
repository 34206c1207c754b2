import { createParameterLookup } from "../../leverage/parameters.ts";
import type { Grade } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { homesOf } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { placeName } from "../shared/require-place.ts";
import { answerChokepoints } from "../supply/chokepoints.ts";
import { entryOf, type Ranking, scoreOf } from "../supply/ranking.ts";
import { type MapControls, nothingRecorded } from "./map-controls.ts";
import type { MapEdge, MapNode, MapView } from "./map-view.ts";
import { headOf } from "./technologies.ts";

/** The whole map coloured for one home, as the web page draws it. */
export function answerMap(read: ReadModel, ranking: Ranking, controls: MapControls): MapView {
  const { map } = read;
  const report = answerChokepoints(read, { top: 5 }, ranking);
  const places = new Map([ranking.ranked, ranking.uses].flatMap((list) => list.map(({ technology }, at) => [technology, at + 1])));
  const parameter = createParameterLookup(map);
  const reasons = new Map(report.notApplicable.map(({ technology, reason }) => [technology, reason]));
  const nodes = map.technologies.map((t): MapNode => {
    const entry = entryOf(read, ranking, t.index);
    const size = parameter(t, "market-size");
    const held = t.shareRows.filter((row) => row.derived).flatMap((row) => row.rows.map((share) => share.holder));
    return {
      ...headOf(map, t),
      marketSize: size?.ends[1] ?? null,
      score: entry === undefined ? null : scoreOf(read, ranking, entry),
      notApplicable: reasons.get(t.id) ?? null,
      rank: places.get(t.index) ?? null,
      holder: entry?.holder ?? null,
      withheldSince: ranking.target?.withheld.get(t.index)?.find((control) => control.since !== null)?.since ?? null,
      ...(controls.of.get(t.id) ?? nothingRecorded),
      unknownShare: t.supply?.unknown ?? 1,
      economies: (t.supply?.entries ?? [])
        .filter((entry) => !entry.blank && entry.high > 0)
        .map((entry) => ({ economy: entry.holder, share: entry.low, high: entry.high })),
      organisations: [...new Set(held)],
    };
  });
  return {
    finding: report.finding,
    controlsFinding: controls.finding,
    home: ranking.home,
    asOf: map.asOf,
    stages: read.stages.map(({ id, name, position }) => ({ id, name, position })),
    nodes,
    edges: edgesOf(read),
    economies: placesOf(read, ranking.home),
    organisations: [...read.organisations.values()].map((row) => ({
      id: row.id,
      name: row.name,
      economy: row.economy,
      names: (read.organisationNames.get(row.id) ?? []).map(({ name }) => name),
    })),
    evidence: evidenceOf(read, {
      grade: report.evidence.grade,
      sources: map.technologies.flatMap((t) => t.supply?.rows.flatMap((row) => row.source ?? []) ?? []),
      rules: report.evidence.rules,
      limits: report.evidence.limits,
    }),
  };
}

/** Possible homes and providers; a home of which this workspace has no row is one too. */
function placesOf(read: ReadModel, home: string | null): MapView["economies"] {
  const known = homesOf(read);
  if (home === null || known.some(({ id }) => id === home)) return known;
  return [...known, { id: home, name: placeName(read, home), group: false }];
}

function edgesOf({ map }: ReadModel): readonly MapEdge[] {
  const id = (index: number): string => map.technologies[index]!.id;
  return [
    ...map.requirements.map((edge) => ({
      from: id(edge.input),
      to: id(edge.user),
      relation: edge.row ? ("requires" as const) : ("process-order" as const),
      criticality: edge.criticality,
      grade: (edge.row?.grade ?? "derived") as Grade,
    })),
    ...map.varieties.map((edge) => ({
      from: id(edge.variety),
      to: id(edge.parent),
      relation: "variety" as const,
      criticality: null,
      grade: edge.row.grade as Grade,
    })),
  ];
}
