import type { Technology } from "../../measure/supply-map.ts";
import { wornOut } from "../course/pace.ts";
import { shareBefore } from "./before.ts";
import { type Gap, gapsOf } from "./gap.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { damageOf, predictCapacity } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction, sampled } from "./prediction.ts";
import { type Asked, noticeOf, type Party, type Reading, type Shock, type ShockRow, standsAmong, wasHit } from "./shock.ts";
import { worldShares } from "./world-shares.ts";

/** A row that asks for the market share of a firm. */
export interface ShareQuestion {
  readonly known: KnownParameters;
  readonly shock: Shock;
  readonly row: ShockRow;
  readonly asked: Asked;
  readonly last: Reading;
  readonly technologies: readonly Technology[];
}

const unit: Range = { low: 0, high: 1 };

/**
 * Market share of a firm after it is cut off, as a part of before: `(1 - loss) / (1 - s loss)`, `loss` the greatest of the technologies
 * withheld, of each of which it is taken to need all.
 */
export function predictMarketShare(question: ShareQuestion): Prediction | NotPredicted {
  const { known, shock, row, asked, last, technologies } = question;
  const firm = asked.organisation ?? asked.economy;
  if (firm === null) return { reason: "it names no organisation" };
  const before = shareBefore(shock, row);
  const share = known.within(before ?? unit, `${shock.id}|${firm.name}|market share`);
  const notes = before === null ? ["no share was known before the event: anything from none to all"] : [];
  if (shock.kind === "outage") return ofOutage(question, firm, share, notes);
  const standing = standsAmong(firm, shock.targets, shock.senders);
  const part = standing === "unknown" && shock.targets.length === 1 && shock.targets[0]!.kind !== "world";
  if (standing === "part") return { reason: `${firm.name} is a target in part only` };
  if (standing === "unknown" && !part) return { reason: `nobody knows ${firm.name}, nor whether it is a target` };
  if (standing === "out")
    return { samples: sampled(known.draws, () => 1), of: "part of before", how: "unchanged: nothing is withheld from it", notes };
  const months = monthsOf(last, shock);
  const losses = technologies.map((technology) => lossOf(known, shock, technology, Math.max(0, ...months)));
  const samples = overMonths(known.draws, months, (draw) => {
    const [s, runs] = [share(draw), losses.map((of) => of(draw))];
    return (month) => after(s, Math.max(...runs.map((of) => of(month))));
  });
  const taken = part ? [`${firm.name} is taken to be a part of ${shock.targets[0]!.name}`] : [];
  return { samples, of: "part of before", how: "(1 - loss) / (1 - s loss)", notes: [...taken, ...notes] };
}

const after = (share: number, loss: number): number => (loss >= 1 ? 0 : (1 - loss) / (1 - share * loss));

function ofOutage({ known, shock, last, technologies }: ShareQuestion, firm: Party, share: Drawer, notes: readonly string[]) {
  if (!wasHit(firm, shock)) return { reason: `${firm.name} was not hit` };
  const capacity = predictCapacity(known, shock, technologies[0]!, last, firm);
  return {
    samples: capacity.samples.map((left, draw) => after(share(draw), 1 - left)),
    of: "part of before" as const,
    how: "(1 - loss) / (1 - s loss), loss = lost (1 - g)",
    notes: [...notes, ...capacity.notes, ...(damageOf(shock).lostKnown ? [] : ["stock is not counted"])],
  };
}

/** Loss of what the firm makes for want of one technology, by month, by the kind of supply; half a month a step. */
function lossOf(known: KnownParameters, shock: Shock, technology: Technology, last: number): (draw: number) => (month: number) => number {
  const part = reachedPart(known, shock, technology);
  const gaps = gapsOf(known, shock, technology, part);
  const steps = Math.ceil(last / step) + 1;
  const flow = flowOf(known, technology);
  const stock = technology.mode === "capital" ? null : stockOf(known, shock, technology);
  return (draw) => {
    const [gap, r, short] = [gaps(draw), part(draw), flow(draw)];
    const series = Float64Array.from({ length: steps }, (_, i) => short((i + 0.5) * step, r, gap));
    stock?.(draw)(series);
    return (month) => series[Math.min(steps - 1, Math.floor(Math.max(0, month) / step))]!;
  };
}

const step = 0.5;

/** What of the firm's supply the senders can stop: all they hold or reach, of what others than the targets make. */
function reachedPart(known: KnownParameters, shock: Shock, technology: Technology): Drawer {
  const world = worldShares(known.model, shock, technology);
  if (world === null) return known.within(unit, `${technology.id}|stopped`);
  const [stopped, own] = [known.within(world.stopped, `${technology.id}|stopped`), known.within(world.targets, `${technology.id}|targets`)];
  return (draw) => {
    const others = 1 - Math.min(own(draw), 1 - stopped(draw));
    return others > 0 ? Math.min(1, stopped(draw) / others) : 0;
  };
}

type Short = (month: number, part: number, gap: Gap) => number;

/** The flow that is short at a month, before stock: a consumable at once, a service as orders run out, a tool as the base wears out. */
function flowOf(known: KnownParameters, technology: Technology): (draw: number) => Short {
  const missing = (month: number, part: number, gap: Gap): number =>
    part * gap.stopped(month) * Math.max(0, 1 - gap.redirected(month) - gap.rebuilt(month));
  if (technology.mode === "service") {
    const renewal = known.parameter(technology, "renewal");
    return (draw) => {
      const n = renewal(draw);
      return (month, part, gap) => missing(month, part, gap) * (n > 0 ? Math.min(1, month / n) : 1);
    };
  }
  if (technology.mode === "consumable") return () => missing;
  const life = known.parameter(technology, "service-life");
  return (draw) => {
    const years = life(draw);
    let worn = 0;
    return (month, part, gap) => {
      worn += missing(month, part, gap) * wornOut(month - step / 2, step, years);
      return worn;
    };
  };
}

/**
 * Takes off what stock covers: `m` months of use and `b` more for each month of notice, used as needed or rationed over up to five
 * years, drawn in between.
 */
function stockOf(known: KnownParameters, shock: Shock, technology: Technology): (draw: number) => (series: Float64Array) => void {
  const [months, bought] = [known.parameter(technology, "stock"), known.parameter(technology, "notice-purchases")];
  const rationing = known.within(unit, `${technology.id}|rationing`);
  const notice = noticeOf(shock);
  return (draw) => {
    const whole = months(draw) + bought(draw) * notice;
    const over = rationing(draw) * rationedOver;
    const rate = over > 0 ? whole / over : Number.POSITIVE_INFINITY;
    let left = whole;
    return (series) => {
      for (let i = 0; i < series.length; i++) {
        const covered = Math.min(series[i]!, rate, left / step);
        left -= covered * step;
        series[i]! -= covered;
      }
    };
  };
}

const rationedOver = 60;
