import { firmPart } from "../../../leverage/draw/firm-part.ts";
import { damageOf } from "./damage.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { classOf, type Party, type Shock } from "./shock.ts";
import { heldBy, stoppedBy } from "./world-shares.ts";

/**
 * Greatest part of the world's supply of a technology of the event that stopped at the effect: what the senders hold or reach, times what
 * is withheld or lost. Where nothing was known of it, anything from none to all.
 */
export function partStopped(known: KnownParameters, shock: Shock): Drawer {
  const { map } = known.model;
  const name = classOf(shock.kind);
  const parts = shock.technologies.map((id) => {
    const technology = map.technologies[map.indexOf.get(id)!]!;
    const held = worldPart(known, shock, id);
    const gone =
      name === null ? known.within(damageOf(shock).lost, `${shock.id}|lost`) : settled(known.withheld(technology, name, shock.id));
    return (draw: number) => held(draw) * gone(draw);
  });
  return (draw) => parts.reduce((most, part) => Math.max(most, part(draw)), 0);
}

/** What is withheld once the first permits have come. */
const settled =
  (policy: ReturnType<KnownParameters["withheld"]>): Drawer =>
  (draw) =>
    policy(draw).settled;

/** The senders' part of the world's supply of a technology of the event, reached supply included; of one that the map lacks, 0 to all. */
export function worldPart(known: KnownParameters, shock: Shock, technology: string): Drawer {
  const t = known.model.map.indexOf.get(technology);
  const range = t === undefined ? unknown : heldRange(known, shock, t);
  return known.within(range, `${shock.id}|${technology}|part of the world`);
}

const unknown: Range = { low: 0, high: 1 };

function heldRange({ model }: KnownParameters, { kind, senders, targets }: Shock, t: number): Range {
  if (model.map.technologies[t]!.supply === null) return unknown;
  if (kind !== "outage") return stoppedBy(model, t, [...new Set(senders.flatMap(({ economies }) => economies))], targets);
  const parts = senders.map((sender) => partOf(model, sender, t));
  const [low, high] = (["low", "high"] as const).map((end) => parts.reduce((sum, part) => sum + part[end], 0)) as [number, number];
  return parts.length === 0 ? unknown : { low: Math.min(1, low), high: Math.min(1, high) };
}

/** A plant is anything up to its owner, of which the figure is at the owner's seat unless shares are by place. */
function partOf(model: KnownParameters["model"], { kind, id, economies, seat }: Party, t: number): Range {
  if (economies.length > 0) return heldBy(model, t, economies);
  const owner = id === null ? undefined : model.map.economyOf.get(id);
  const byPlace = model.map.technologies[t]!.supply!.basis === "production";
  const place = byPlace ? seat : (owner ?? null);
  if (place === null) return unknown;
  const [held, firm] = [heldBy(model, t, [place]), id === null ? null : firmPart(model, id, t)];
  return { low: firm && kind !== "plant" ? held.low * firm.low : 0, high: held.high * (firm?.high ?? 1) };
}
