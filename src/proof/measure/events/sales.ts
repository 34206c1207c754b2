import { redirected } from "../../../leverage/course/pace.ts";
import { keyOf, uniform } from "../../../leverage/draw/random.ts";
import { createParameterLookup } from "../../../leverage/parameters.ts";
import { reachAgainst, reachOf } from "../../../leverage/reach.ts";
import type { Party } from "../../../link/party.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import { predictFirmOutput } from "./designer.ts";
import { cannotTell, type FlowQuestion, flowOf, partOfTargets, predictionOf, salesOfSenders } from "./flows.ts";
import { gapsOf, partSoldToTargets } from "./gap.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import type { NotPredicted, Prediction } from "./prediction.ts";
import { membershipIn, type Shock } from "./shock.ts";
import { worldShares } from "./world-shares.ts";

type Answer = Prediction | NotPredicted;

/**
 * Part of its sales of a technology that a firm or economy keeps after an act: as a sender, as a maker elsewhere that the act reaches, as a
 * maker that the senders no longer buy from, or as a firm that is cut off from what it needs.
 */
export function predictSales(question: FlowQuestion): Answer {
  const { shock, asked } = question;
  const seller = asked.organisation ?? asked.economy;
  if (seller === null) return ofSender(question, []);
  if (membershipIn(seller, shock.targets, shock.senders) === "in") return ofTarget(question, seller);
  const membership = membershipIn(seller, shock.senders);
  if (membership === "in") return ofSender(question, []);
  if (membership === "unknown") return ofSender(question, [`${seller.name} is taken as one of the senders' firms`]);
  if (membership === "part") return { reason: cannotTell(seller, membership, "a sender") };
  return ofReached(question, seller);
}

function ofSender(question: FlowQuestion, notes: readonly string[], reach: Drawer = () => 1): Answer {
  const { known, shock, technology } = question;
  const { part, note } = partOfTargets(question);
  const [gaps, sold] = [gapsOf(known, shock, technology, part), partSoldToTargets(known, shock, technology)];
  const flow = flowOf(salesOfSenders, gaps, (draw) => sold(draw) * reach(draw));
  return predictionOf(question, { flow, how: "lost sales = w φ (1 - sold elsewhere instead)", notes: [...notes, ...note] });
}

/** A maker outside the senders that a rule of theirs keeps from selling to the targets. */
function ofReached(question: FlowQuestion, seller: Party): Answer {
  const { known, shock, technology } = question;
  const reach = reachInto(question, seller);
  if (reach.high === 0) return { reason: `${seller.name} is not a sender, and no rule of the senders was known to reach it` };
  const notes = [`a rule of the senders reaches what ${seller.name} makes`];
  return ofSender(question, notes, known.within(reach, `${shock.id}|${technology.id}|reach into ${seller.name}`));
}

function reachInto({ known: { model }, shock, technology }: FlowQuestion, seller: Party): Range {
  const senders = codesOf(shock.senders);
  const place = seller.seat ?? seller.id ?? seller.name;
  const reaches = shock.targets.map((target) => reachAgainst(model, target.id ?? target.name));
  const most = (end: 0 | 2): number => Math.max(0, ...reaches.map((reach) => reachOf(reach, senders, place, technology.index, end)));
  return { low: most(0), high: most(2) };
}

/**
 * A target that makes the technology itself loses the senders as buyers: `1 - w φ (1 - r)`, `w` the senders' part of world use. What they
 * buy elsewhere instead, `r`, leaves buyers there for it. A target that does not make it is cut off.
 */
function ofTarget(question: FlowQuestion, seller: Party): Answer {
  const { known, shock, technology } = question;
  if (!makes(question, seller)) return predictFirmOutput(question);
  const world = worldShares(known, shock, technology);
  const part = known.within(world?.sendersDemand ?? { low: 0, high: 1 }, `${technology.id}|used by senders`);
  const gaps = gapsOf(known, shock, technology, () => 1);
  const [f, q] = [known.parameter(technology, "fungibility"), known.parameter(technology, "qualification")];
  return predictionOf(question, {
    flow: (draw) => {
      const [gap, lost] = [gaps(draw), part(draw)];
      return (month) => 1 - lost * gap.stopped(month) * (1 - redirected(month, f(draw), q(draw)));
    },
    how: "lost sales = w φ (1 - r)",
    notes: [
      `${seller.name} makes ${technology.id}, so the senders stop buying it`,
      world === null
        ? "what part the senders buy was not known before the event: anything from none to all"
        : "the part that the senders buy is their part of world use",
    ],
  });
}

/** Whether a firm makes a technology: the map of the day, or of any day, names a share of it. */
const makes = ({ known, technology }: FlowQuestion, { id }: Party): boolean =>
  known.model.map.rows.share.some(({ technology: t, holder }) => t === technology.id && holder.split(";").includes(id ?? ""));

const codesOf = (parties: Shock["senders"]): readonly string[] => [...new Set(parties.flatMap(({ economies }) => economies))];

/**
 * Part of its sales that a firm keeps after an act on several technologies: the mean of its sales of each, weighted by what it sold of each
 * before the event. Where that is not known of all, weights are drawn evenly over all splits (Dirichlet, all ones).
 */
export function predictSalesMix(
  question: Omit<FlowQuestion, "technology">,
  technologies: readonly Technology[],
  seller: Party,
): Prediction | NotPredicted {
  const { known, shock } = question;
  const parts: Prediction[] = [];
  for (const technology of technologies) {
    const part = predictSales({ ...question, technology });
    if ("reason" in part) return part;
    parts.push(part);
  }
  const sold = technologies.map((technology) => soldBefore(known, technology, seller));
  const isKnown = sold.every((amount) => amount !== null);
  const keys = technologies.map(({ id }) => keyOf(`${shock.id}|${seller.name}|sales of ${id}`));
  const weightsOf = (draw: number): readonly number[] =>
    isKnown ? (sold as readonly number[]) : keys.map((key) => -Math.log(uniform(known.seed, draw, key)));
  const mixed = (of: (part: Prediction) => Float64Array): Float64Array =>
    Float64Array.from({ length: known.draws }, (_, draw) => {
      const weights = weightsOf(draw);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return parts.reduce((sum, part, i) => sum + (weights[i]! / total) * of(part)[draw]!, 0);
    });
  const split = isKnown ? [] : [`how ${seller.name} splits its sales over the technologies was not known: any split`];
  return {
    samples: mixed(({ samples }) => samples),
    stopped: mixed(({ stopped }) => stopped!),
    of: "part of before",
    how: `mean over technologies of: ${parts[0]!.how}`,
    notes: [...new Set([...split, ...parts.flatMap(({ notes }) => notes)])],
  };
}

/** A firm's newest share of the world's sales of a technology times its market, USD bn; `null` without a figure of both above 0. */
function soldBefore({ model: { map } }: KnownParameters, technology: Technology, { id }: Party): number | null {
  const [own] = map.rows.share
    .filter(({ technology: t, holder, low, high }) => t === technology.id && holder === id && low !== null && high !== null)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const market = createParameterLookup(map)(technology, "market-size")?.ends[1] ?? 0;
  const sales = own ? ((own.low! + own.high!) / 2) * market : 0;
  return sales > 0 ? sales : null;
}
