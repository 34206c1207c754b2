import type { Technology } from "../../../measure/supply/supply-map.ts";
import type { EventContext } from "./course-output.ts";
import { noteCourse } from "./course-output.ts";
import { predictFirmOutput, predictMarketShare, predictShareAfterOutage } from "./designer.ts";
import { type FlowQuestion, predictExports, predictImportShare, predictImports } from "./flows.ts";
import { type Named, partHit, predictCapacity, predictMonths } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction, sampled } from "./prediction.ts";
import { predictSales, predictSalesMix } from "./sales.ts";
import { spread80 } from "./score.ts";
import { type Asked, membershipIn, type Reading, type Shock, type ShockRow, wasHit } from "./shock.ts";
import { partStopped, worldPart } from "./world-shares.ts";

type Answer = Prediction | NotPredicted;

/** Months after the effect at which output losses are always reported. */
const courseMonths = [0, 3, 6, 12];

const flows: Readonly<Record<string, (question: FlowQuestion) => Answer>> = {
  imports: predictImports,
  exports: predictExports,
  import_share: predictImportShare,
  sales_lost: predictSales,
};

/** Predicts one row from what was known before the event, or gives a reason why not. */
export function predict(context: EventContext, row: ShockRow, asked: Asked, last: Reading): Answer {
  const { known, shock } = context;
  const damage = shock.kind === "outage" ? predictDamage(context, row, asked, last) : null;
  if (damage !== null) return damage;
  if (asked.output === "plant_capacity" || asked.output === "months_to_full") return { reason: "it is an output of outages only" };
  if (asked.output === "market_share") return allKnown(shock) ?? predictMarketShare({ known, shock, row, asked, last });
  const several = shock.technologies.map((id) => technologyById(context, id));
  if (asked.output === "sales_lost" && asked.organisation !== null && asked.technology === null && several.length > 1)
    return allKnown(shock) ?? predictSalesMix({ known, shock, row, asked, last }, several, asked.organisation);
  const technology = technologyOf(context, asked);
  if ("reason" in technology) return technology;
  if (asked.output === "output") return predictOutput(context, row, technology, asked, last);
  const flow = Object.hasOwn(flows, asked.output) ? flows[asked.output] : undefined;
  if (!flow) return { reason: `the model has no output "${asked.output}"` };
  const hit = shock.technologies.includes(technology.id);
  if (hit) return flow({ known, shock, row, asked, last, technology });
  if (asked.output === "exports") return predictOutput(context, row, technology, asked, last);
  return { reason: `${technology.id} is not what the event stops` };
}

/** Why what rests on all technologies of an event cannot be predicted. */
function allKnown({ technologies, unknownTechnologies }: Shock): NotPredicted | null {
  if (technologies.length === 0) return noTechnology;
  return unknownTechnologies.length > 0 ? hasNo(unknownTechnologies[0]!) : null;
}

/** The row's technology or the event's only one. */
function technologyOf(context: EventContext, { technology }: Asked): Technology | NotPredicted {
  const { technologies, unknownTechnologies } = context.shock;
  if (technology !== null && technology.id === null) return hasNo(technology.name);
  const id = technology?.id ?? (technologies.length === 1 ? technologies[0] : undefined);
  if (technology === null && id !== undefined && unknownTechnologies.length > 0) return hasNo(unknownTechnologies[0]!);
  if (id !== undefined) return technologyById(context, id);
  return technologies.length === 0 ? noTechnology : { reason: "it does not say which technology" };
}

const noTechnology: NotPredicted = { reason: "none of the event's technologies is in the map" };
const hasNo = (name: string): NotPredicted => ({ reason: `the map has no technology "${name}"` });

function technologyById({ known }: EventContext, id: string): Technology {
  const { technologies, indexOf } = known.model.map;
  return technologies[indexOf.get(id)!]!;
}

/** Output of a firm that an act cuts off, or of an economy in the time model. */
function predictOutput(
  { known, shock, outputModel }: EventContext,
  row: ShockRow,
  technology: Technology,
  asked: Asked,
  last: Reading,
): Answer {
  const { organisation, economy } = asked;
  const lacking = allKnown(shock);
  if (lacking) return lacking;
  if (shock.kind !== "outage" && organisation !== null && membershipIn(organisation, shock.targets, shock.senders) !== "out")
    return predictFirmOutput({ known, shock, row, asked, last });
  if (economy === null) return { reason: "it names no economy" };
  const code = economy.kind === "world" ? "world" : economy.id;
  if (code === null) return { reason: `unknown economy "${economy.name}"` };
  const course = outputModel({ model: known.model, shock, economy: code, technology: technology.id, seed: known.seed });
  if (course === null) return { reason: `the time model has no output of ${technology.id} for ${economy.name}` };
  noteCourse(known, shock, course);
  const lost = courseMonths.map(() => new Float64Array(known.draws));
  // A draw runs once for all its months: those of the course are read with those of the measurement.
  const samples = overMonths(known.draws, monthsOf(last, shock), (draw) => {
    courseMonths.forEach((month, i) => {
      lost[i]![draw] = course.loss(month, draw);
    });
    return (month) => 1 - course.loss(month, draw);
  });
  const over = lost.map((losses, i) => ({ month: courseMonths[i]!, ...spread80(losses) }));
  const standsFor = organisation === null ? [] : [`the loss of ${economy.name} is used for that of ${organisation.name}`];
  const stopped = sampled(known.draws, partStopped(known, shock));
  return { samples, stopped, of: "part of before", how: "1 - loss of the model over time", notes: [...standsFor, ...course.notes], over };
}

/** Outputs of what an outage hit, which only its damage and repair decide: its technology need not be in the map. */
const ofDamage: readonly string[] = ["plant_capacity", "months_to_full", "market_share", "output", "sales_lost"];

/**
 * Predicts an outage where the damage itself decides: at a plant, an economy or a firm that was hit. `null` for what it does elsewhere,
 * which the time model or trade decides.
 */
function predictDamage({ known, shock }: EventContext, row: ShockRow, asked: Asked, last: Reading): Answer | null {
  if (!ofDamage.includes(asked.output)) return null;
  const technology = labelOf(shock, asked);
  if (technology === null) return noTechnology;
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
