import type { Technology } from "../../measure/supply/supply-map.ts";
import { noteCourse, type OutputModel } from "./course-output.ts";
import { predictMarketShare } from "./designer.ts";
import { type FlowQuestion, predictExports, predictImportShare, predictImports, predictSales } from "./flows.ts";
import type { KnownParameters } from "./known-parameters.ts";
import { predictCapacity, predictMonths } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction } from "./prediction.ts";
import { spread80 } from "./score.ts";
import { type Asked, type Reading, type Shock, type ShockRow, wasHit } from "./shock.ts";

export interface EventContext {
  readonly known: KnownParameters;
  readonly shock: Shock;
  readonly outputModel: OutputModel;
}

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
  const technology = technologyOf(context, asked);
  if ("reason" in technology) return technology;
  const hit = shock.technologies.includes(technology.id);
  if (asked.output === "market_share") {
    if (shock.technologies.length === 0) return noTechnology;
    if (shock.unknownTechnologies.length > 0) return hasNo(shock.unknownTechnologies[0]!);
    const technologies = shock.technologies.map((id) => technologyById(context, id));
    return predictMarketShare({ known, shock, row, asked, last, technologies });
  }
  if (asked.output === "plant_capacity" || asked.output === "months_to_full") {
    if (shock.kind !== "outage") return { reason: "it is an output of outages only" };
    if (asked.organisation !== null && !wasHit(asked.organisation, shock)) return { reason: `${asked.organisation.name} was not hit` };
    return asked.output === "plant_capacity" ? predictCapacity(known, shock, technology, last) : predictMonths(known, shock, technology);
  }
  if (asked.output === "output") return predictOutput(context, technology, asked, last);
  const flow = Object.hasOwn(flows, asked.output) ? flows[asked.output] : undefined;
  if (!flow) return { reason: `the model has no output "${asked.output}"` };
  if (hit) return flow({ known, shock, row, asked, last, technology });
  if (asked.output === "exports") return predictOutput(context, technology, asked, last);
  return { reason: `${technology.id} is not what the event stops` };
}

/** The row's technology or the event's only one; for a plant or firm the first. */
function technologyOf(context: EventContext, { technology, output }: Asked): Technology | NotPredicted {
  const { technologies, unknownTechnologies } = context.shock;
  if (technology !== null && technology.id === null) return hasNo(technology.name);
  const several = ["plant_capacity", "market_share", "months_to_full"].includes(output);
  const id = technology?.id ?? (technologies.length === 1 || several ? technologies[0] : undefined);
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

/** Output of an economy: its own capacity after an outage, else the time model's. */
function predictOutput({ known, shock, outputModel }: EventContext, technology: Technology, asked: Asked, last: Reading): Answer {
  const maker = asked.organisation ?? asked.economy;
  const hit = shock.technologies.includes(technology.id) && (maker === null || wasHit(maker, shock));
  if (shock.kind === "outage" && hit) return predictCapacity(known, shock, technology, last, maker);
  if (asked.economy === null) return { reason: "it names no economy" };
  if (shock.unknownTechnologies.length > 0) return hasNo(shock.unknownTechnologies[0]!);
  const code = asked.economy.kind === "world" ? "world" : asked.economy.id;
  if (code === null) return { reason: `unknown economy "${asked.economy.name}"` };
  const course = outputModel({ model: known.model, shock, economy: code, technology: technology.id, seed: known.seed });
  if (course === null) return { reason: `the time model has no output of ${technology.id} for ${asked.economy.name}` };
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
  return { samples, of: "part of before", how: "1 - loss of the model over time", notes: course.notes, over };
}
