import type { Technology } from "../../../measure/supply/supply-map.ts";
import { sendersPart, shareBefore } from "./before.ts";
import { type Gap, gapsOf, gapsOnArrival, partSoldToTargets } from "./gap.ts";
import type { Drawer, KnownParameters } from "./known-parameters.ts";
import { damageOf, lostUnknown } from "./plant.ts";
import { monthsOf, type NotPredicted, type Prediction, predictedBy } from "./prediction.ts";
import { type Asked, isAll, type Membership, membershipIn, type Party, type Reading, type Shock, type ShockRow } from "./shock.ts";
import { againstAll, worldShares } from "./world-shares.ts";

export interface FlowQuestion {
  readonly known: KnownParameters;
  readonly shock: Shock;
  readonly row: ShockRow;
  readonly asked: Asked;
  readonly last: Reading;
  readonly technology: Technology;
}

type Answer = Prediction | NotPredicted;

/** One draw of a flow relative to before, by month. */
export type Flow = (draw: number) => (month: number) => number;

interface Explained {
  readonly flow: Flow;
  readonly how: string;
  readonly notes: readonly string[];
}

const unchanged = (why: string): Explained => ({ flow: () => () => 1, how: `unchanged: ${why}`, notes: [] });

export const predictImports = (question: FlowQuestion): Answer => ofImporter(question, importsOf);

/** Share of one partner, or of the senders, in an economy's imports. */
export const predictImportShare = (question: FlowQuestion): Answer => ofImporter(question, importShareOf);

/** A flow of an economy that is a target; unchanged if it is none. */
function ofImporter(question: FlowQuestion, predict: (question: FlowQuestion, economy: Party) => Answer): Answer {
  const { shock, asked } = question;
  const economy = asked.economy ?? soleTarget(shock);
  if (economy === null) return { reason: "it names no economy" };
  const importer = membershipIn(economy, shock.targets, shock.senders);
  if (importer === "part" || importer === "unknown") return { reason: cannotTell(economy, importer, "a target") };
  return importer === "out" ? predictionOf(question, unchanged("nothing is withheld from this economy")) : predict(question, economy);
}

function importsOf(question: FlowQuestion, economy: Party): Answer {
  const { shock, asked } = question;
  const { part, note } = partOfSenders(question, economy);
  const gaps = gapsOnArrival(question.known, shock, question.technology, part);
  const partner = membershipOfPartner(asked.partner, shock);
  if (partner === "in") return predictionOf(question, { flow: flowOf(keptBySenders, gaps), how: "1 - φ", notes: [] });
  if (partner === "all")
    return predictionOf(question, { flow: flowOf(allImports, gaps, part), how: "1 - b φ + backfill from abroad", notes: note });
  if (partner === "out")
    return predictionOf(question, { flow: flowOf(importsFromOthers, gaps, part), how: "1 + backfill from abroad / (1 - b)", notes: note });
  return { reason: cannotTell(asked.partner as Party, partner, "a sender") };
}

function importShareOf(question: FlowQuestion, economy: Party): Answer {
  const { shock, asked, row } = question;
  const partner = membershipOfPartner(asked.partner, shock);
  if (partner === "all") return { reason: "the share of all partners is always the whole" };
  if (partner === "part" || partner === "unknown") return { reason: cannotTell(asked.partner as Party, partner, "a sender") };
  const own = shareBefore(shock, row);
  const { part, note } =
    partner === "in" && own !== null && shock.senders.length === 1
      ? { part: question.known.within(own, `${shock.id}|${question.technology.id}|${economy.name}|b`), note: [] }
      : partOfSenders(question, economy);
  const gaps = gapsOnArrival(question.known, shock, question.technology, part);
  const [whole, some] = [allImports, partner === "in" ? keptBySenders : importsFromOthers].map((each) => flowOf(each, gaps, part));
  const how =
    partner === "in" ? "(1 - φ) / (1 - b φ + backfill from abroad)" : "(1 + backfill / (1 - b)) / (1 - b φ + backfill from abroad)";
  return predictionOf(question, {
    flow: (draw) => {
      const [all, one] = [whole!(draw), some!(draw)];
      return (month) => (all(month) > 0 ? one(month) / all(month) : 0);
    },
    how,
    notes: note,
  });
}

/** Exports of a sender to targets, others or all; or of a third party filling a gap. */
export function predictExports(question: FlowQuestion): Answer {
  const { shock, asked, known, technology } = question;
  const economy = asked.economy ?? (shock.senders.length === 1 ? shock.senders[0]! : null);
  if (economy === null) return { reason: "it names no economy" };
  const exporter = membershipIn(economy, shock.senders);
  if (exporter !== "in") return { reason: `the model does not predict what ${economy.name} exports in place of the senders` };
  const { part, note } = partOfTargets(question);
  const gaps = gapsOf(known, shock, technology, part);
  const sold = partSoldToTargets(known, shock, technology);
  const buyer = isAll(asked.partner) ? "all" : membershipIn(asked.partner!, shock.targets, shock.senders);
  if (buyer === "in") return predictionOf(question, { flow: flowOf(keptBySenders, gaps), how: "1 - φ", notes: [] });
  if (buyer === "all")
    return predictionOf(question, { flow: flowOf(salesOfSenders, gaps, sold), how: "1 - w φ (1 - sold elsewhere instead)", notes: note });
  if (buyer === "out")
    return predictionOf(question, {
      flow: flowOf(salesElsewhere, gaps, sold),
      how: "1 + w φ sold elsewhere instead / (1 - w)",
      notes: note,
    });
  return { reason: cannotTell(asked.partner as Party, buyer, "a target") };
}

/** A flow in a month from a drawn share and gap. */
type Formula = (part: number, gap: Gap, month: number) => number;

export const flowOf =
  (formula: Formula, gaps: (draw: number) => Gap, part: Drawer = () => 1): Flow =>
  (draw) => {
    const [share, gap] = [part(draw), gaps(draw)];
    return (month) => formula(share, gap, month);
  };

const keptBySenders: Formula = (_, gap, month) => 1 - gap.stopped(month);

/** Replacement imports as a share of the gap. */
const fromAbroad = (gap: Gap, month: number): number => gap.redirected(month) + gap.builtAbroad * gap.rebuilt(month);

const allImports: Formula = (b, gap, month) => 1 - b * gap.stopped(month) * (1 - fromAbroad(gap, month));

const importsFromOthers: Formula = (b, gap, month) => (b < 1 ? 1 + (b * gap.stopped(month) * fromAbroad(gap, month)) / (1 - b) : 1);

/** Share of stopped sales that senders place with buyers whose suppliers turned to the targets. */
const resold = (gap: Gap, month: number): number => gap.freed * gap.redirected(month);

export const salesOfSenders: Formula = (w, gap, month) => 1 - w * gap.stopped(month) * (1 - resold(gap, month));

const salesElsewhere: Formula = (w, gap, month) => (w < 1 ? 1 + (w * gap.stopped(month) * resold(gap, month)) / (1 - w) : 1);

/** Senders' share of imports: by the event's rows, else world shares, else unknown. */
function partOfSenders({ known, shock, technology }: FlowQuestion, economy: Party | null): { part: Drawer; note: readonly string[] } {
  const key = `${shock.id}|${technology.id}|${economy?.name ?? "targets"}|b`;
  const measured = economy === null ? null : sendersPart(shock, economy, technology.id);
  if (measured !== null) return { part: known.within(measured, key), note: [] };
  const world = worldShares(known, shock, technology);
  if (world === null)
    return {
      part: known.within({ low: 0, high: 1 }, key),
      note: ["no share of the senders was known before the event: anything from none to all"],
    };
  const [held, own] = [known.within(world.senders, `${technology.id}|senders`), known.within(world.targets, `${technology.id}|targets`)];
  return {
    part: (draw) => {
      const abroad = 1 - Math.min(own(draw), 1 - held(draw));
      return abroad > 0 ? Math.min(1, held(draw) / abroad) : 0;
    },
    note: ["the senders' part of imports is taken from their share of world supply"],
  };
}

/** Senders' share of the targets' imports; irrelevant where all the world is the target, since nothing can be sold elsewhere. */
export function partOfTargets(question: FlowQuestion): { part: Drawer; note: readonly string[] } {
  const { part, note } = partOfSenders(question, soleTarget(question.shock));
  return { part, note: againstAll(question.shock) ? [] : note };
}

const soleTarget = ({ targets }: Shock): Party | null => (targets.length === 1 ? targets[0]! : null);

function membershipOfPartner(partner: Party | null, { senders }: Shock): Membership | "all" {
  return isAll(partner) ? "all" : membershipIn(partner!, senders);
}

export const cannotTell = ({ name }: Party, membership: Membership, what: string): string =>
  membership === "part"
    ? `${name} is ${what} in part only`
    : membership === "out"
      ? `${name} is not ${what}`
      : `${name} is unknown, and so is whether it is ${what}`;

export function predictionOf({ known, shock, last }: FlowQuestion, { flow, how, notes }: Explained): Prediction {
  const assumed = shock.kind === "outage" && !damageOf(shock).lostKnown ? [...notes, lostUnknown] : notes;
  return { ...predictedBy(known.draws, monthsOf(last, shock), flow), how, notes: assumed };
}
