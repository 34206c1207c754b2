import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { type ControlRows, type TechnologyControls, technologyControls } from "../../screen/technology-controls.ts";
import type { Grade } from "../shared/evidence.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { economyName, homesOf } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { placeName } from "../shared/require-place.ts";
import { answerChokepoints } from "../supply/chokepoints.ts";
import { entryOf, type Ranking, scoreOf } from "../supply/ranking.ts";
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

/** Whose controls are in force on a technology, or why that is unknown. */
type NodeControls = Pick<MapNode, "controls" | "controlsUnknown">;

const nothingRecorded: NodeControls = { controls: null, controlsUnknown: "none recorded" };

/** The controls of every technology on the day of the map, and the finding on them. */
export interface MapControls {
  readonly of: ReadonlyMap<string, NodeControls>;
  readonly finding: MapView["controlsFinding"];
}

/** Whose controls bite on each technology, as the map is coloured by them. */
export function mapControls(read: ReadModel, rows: ControlRows): MapControls {
  const { map } = read;
  const of = new Map(map.technologies.map(({ id }) => [id, nodeControls(technologyControls(rows, id, map.asOf))]));
  return { of, finding: finding(read, of) };
}

/**
 * Issuers in the order of their first control, those of members of a family included. Where no control is recorded as in force it is unknown
 * who controls it: that others have ended, are suspended or are to come tells nothing of those that nobody recorded.
 * An entry of a list counts for its issuer only where the edition of the day tells a reason for control.
 */
function nodeControls({ byIssuer, toCome, suspended, ended, items }: TechnologyControls): NodeControls {
  const told = items.some(({ reasons }) => reasons?.some(({ covers }) => covers === "all" || covers === "part"));
  const issuers = [...new Set([...byIssuer.map(({ issuer }) => issuer), ...(told ? [listIssuer] : [])])];
  const entriesUnknown = items.some(({ reasons }) => reasons === null);
  if (issuers.length > 0) return { controls: { issuers, entriesUnknown }, controlsUnknown: null };
  if (entriesUnknown) return { controls: null, controlsUnknown: "linked entries not loaded" };
  const recorded = toCome.length + suspended.length + ended.length + items.length > 0;
  return recorded ? { controls: null, controlsUnknown: "none recorded as in force" } : nothingRecorded;
}

/** The entries that technologies are linked to are those of the Commerce Control List. */
const listIssuer = "US";

function finding(read: ReadModel, of: MapControls["of"]): string {
  const { technologies, asOf } = read.map;
  const known = technologies.map((technology) => ({ technology, issuers: of.get(technology.id)?.controls?.issuers ?? [] }));
  const bitten = known.filter(({ issuers }) => issuers.length > 0);
  const blank = say("map.on-none-is-recorded", { technologies: String(technologies.length - bitten.length) });
  const [first, ...others] = bitten;
  if (first === undefined)
    return `${say("map.no-control-is-recorded", { asOf, technologies: String(technologies.length) })} ${say("map.that-is-not-clearance")}`;
  const most = others.reduce((best, each) => (each.issuers.length > best.issuers.length ? each : best), first);
  return `${say("map.on-recorded-controls-apply", { asOf, bitten: String(bitten.length), technologies: String(technologies.length), blank })} ${say("map.most-issuers", { name: most.technology.name, issuers: listed(most.issuers.map((id) => economyName(read, id))) })}`;
}
