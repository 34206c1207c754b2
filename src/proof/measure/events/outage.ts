import { predictShareAfterOutage } from "./designer.ts";
import type { EventContext } from "./event-context.ts";
import { type Named, partHit, predictCapacity, predictMonths } from "./plant.ts";
import type { NotPredicted, Prediction } from "./prediction.ts";
import { type Asked, type Reading, type Shock, type ShockRow, wasHit } from "./shock.ts";
import { worldPart } from "./world-part.ts";

type Answer = Prediction | NotPredicted;

/** Outputs of what an outage hit, which only its damage and repair decide: its technology need not be in the map. */
const ofDamage: readonly string[] = ["plant_capacity", "months_to_full", "market_share", "output", "sales_lost"];

/**
 * Predicts an outage where the damage itself decides: at a plant, an economy or a firm that was hit. `null` for what it does elsewhere,
 * which the time model or trade decides.
 */
export function predictDamage({ known, shock }: EventContext, row: ShockRow, asked: Asked, last: Reading): Answer | null {
  if (!ofDamage.includes(asked.output)) return null;
  const technology = labelOf(shock, asked);
  if (technology === null) return { reason: "none of the event's technologies is in the map" };
  const { output, organisation, economy } = asked;
  if (output === "plant_capacity" || output === "months_to_full") {
    if (organisation !== null && !wasHit(organisation, shock)) return { reason: `${organisation.name} was not hit` };
    return output === "plant_capacity" ? predictCapacity(known, shock, technology, last) : predictMonths(known, shock, technology);
  }
  if (output === "market_share") return predictShareAfterOutage({ known, shock, row, asked, last }, technology);
  const maker = organisation ?? economy;
  const unknown = shock.unknownTechnologies.includes(technology.id);
  if (!unknown && !shock.technologies.includes(technology.id)) return null;
  const lacking = unknown ? [`the map has no technology "${technology.id}", so no share of it is known`] : [];
  if (maker === null ? output === "sales_lost" : maker.kind === "world") {
    const part = worldPart(known, shock, technology.id);
    const notes = [...lacking, "other makers are taken to run full"];
    return predictCapacity(known, shock, technology, last, { part, notes });
  }
  if (maker === null || wasHit(maker, shock)) return predictCapacity(known, shock, technology, last, partHit(known, shock, maker, lacking));
  return output === "sales_lost" ? { reason: `${maker.name} was not hit` } : null;
}

/** The technology a row is of, or the first of the event. */
function labelOf({ technologies, unknownTechnologies }: Shock, { technology }: Asked): Named | null {
  const id = technology?.id ?? technology?.name ?? technologies[0] ?? unknownTechnologies[0];
  return id === undefined ? null : { id };
}
