import { listed } from "../../base/words.ts";
import { type ControlRows, type TechnologyControls, technologyControls } from "../../screen/technology-controls.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { MapNode, MapView } from "./map-view.ts";

/** Whose controls are in force on a technology, or why that is unknown. */
type NodeControls = Pick<MapNode, "controls" | "controlsUnknown">;

export const nothingRecorded: NodeControls = { controls: null, controlsUnknown: "none recorded" };

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
  const blank = `on ${technologies.length - bitten.length} none is recorded as in force, which is not clearance`;
  const [first, ...others] = bitten;
  if (first === undefined)
    return `No control is recorded as in force on ${asOf} on any of ${technologies.length} technologies. That is not clearance.`;
  const most = others.reduce((best, each) => (each.issuers.length > best.issuers.length ? each : best), first);
  return `On ${asOf}, recorded controls apply to at least ${bitten.length} of ${technologies.length} technologies; ${blank}. Most issuers: ${most.technology.name} (${listed(most.issuers.map((id) => economyName(read, id)))}).`;
}
