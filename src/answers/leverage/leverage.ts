import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { networkOf } from "../../leverage/course/network.ts";
import { createInputSpace } from "../../leverage/draw/input-space.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { largestSuppliers, overlap, withheldTechnologies } from "../../leverage/game/banned-stops.ts";
import { mostMembers } from "../../leverage/game/coalition-game.ts";
import { createLeverageMatrix, leverageMatrix } from "../../leverage/game/leverage-matrix.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { isRun, type MakingGap, makingGap } from "../shared/making-gap.ts";
import { countedTechnologies, onOneOldDocument } from "../shared/old-document.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireParty } from "../shared/require-place.ts";
import { requireTechnology } from "../shared/require-technology.ts";
import { tradedIn } from "../supply/imports.ts";
import { coalitionReport, knownCell, unknownCell } from "./leverage-coalition.ts";
import { leavesOut, leftOutOf, leverageEvidence, leverageFinding, leverageLimits, leverageRemarks } from "./leverage-finding.ts";
import type { LeverageQuestion } from "./leverage-questions.ts";
import type { LeverageCell, LeverageReport, PatentsBeside } from "./leverage-report.ts";
import { observedOf } from "./observed.ts";

/** Most parties of a matrix, and members of a coalition if none are named. */
export const mostParties = 25;
const usualMembers = 8;

/** What patents of some could keep from the market of one; `null` where that was not measured. */
export type AskPatents = (from: string, on: string) => Promise<PatentsBeside | null>;

/** Draws of a coalition by default: fewer where each takes longer. */
const usualCoalitionDraws = (members: number): number => (members <= 12 ? usualDraws : 50);

/**
 * Who has leverage over whom by withholding all it can reach: each against each, or some together against one with the split by Shapley and
 * the best reply. Patents stand beside, never added. Throws LM_ECONOMY_UNKNOWN, LM_TECHNOLOGY_UNKNOWN, LM_USAGE, LM_INTERRUPTED.
 */
export async function answerLeverage(
  read: ReadModel,
  question: LeverageQuestion,
  patents: AskPatents,
  { progress, signal }: Pick<Effects, "progress" | "signal">,
): Promise<LeverageReport> {
  const { model } = read;
  const { horizon: months = 12, outsiders = "backfilling", draws = usualDraws, seed = usualSeed } = question;
  const { asked, technologies, on, from } = readQuestion(read, question);
  const parties = [...new Set([...from, ...(on === null ? [] : [on])])];
  const { nodes } = networkOf(model, technologies);
  const space = createInputSpace(model, { technologies: nodes, parties });
  const traded = tradedIn(read);
  const told = (label: string, all: number) => (done: number) => progress.report(done, all, label);
  const targets = on === null ? from : [on];
  const doubted = asked === null ? inDoubt(read) : [];
  const isDoubted = (technology: string): boolean => doubted.some((each) => each.technology === technology);
  const leftOut = leftOutOf(read, asked, from, targets, traded).filter(({ technology }) => !isDoubted(technology));
  const gapOf = (code: string): MakingGap => makingGap(read, code);
  const known = targets.filter((code) => isRun(gapOf(code)));
  const matrix = createLeverageMatrix({ model, technologies, senders: from, targets: known, outsiders, months, parties, traded });
  const run = await leverageMatrix(matrix, space, { draws, seed, signal, onProgress: told("draws of the matrix", draws) });
  const cells = run.map((cell) => knownCell(read, cell, space.middle.market, leavesOut(leftOut, cell.from)));
  // Of a target that makes nothing or of which no source says what it makes
  const unknown = targets.flatMap((target) => {
    const others = known.includes(target) ? [] : from.filter((code) => !overlap(model, code, target));
    return others.map((code) => unknownCell(code, target, gapOf(target) ?? "making-unknown", leavesOut(leftOut, code)));
  });
  const silent = run.flatMap(({ from: code, technologies: held }) => (held.length === 0 ? [code] : []));
  const coalitionOn = async (target: string): ReturnType<typeof coalitionReport> => {
    const unit = gapOf(target) === null ? "usd" : "output";
    const together = question.draws ?? usualCoalitionDraws(from.length);
    return coalitionReport(
      read,
      { model, technologies, target, members: from, outsiders, months, parties, traded, unit },
      space,
      {
        draws: together,
        seed,
        signal,
        onProgress: told("draws of the coalition", together),
        threshold: question.threshold ?? null,
        isWhole: asked === null,
      },
      silent,
      {
        replyPatents: await replyPatents(patents, target, from),
        replyLeavesOut: leavesOut(leftOutOf(read, asked, [target], from, traded), target),
      },
    );
  };
  const coalition = on === null || known.length === 0 || silent.length === from.length ? null : await coalitionOn(on);
  const report = {
    question: questionWords(read, from, on),
    asOf: read.map.asOf,
    from,
    on,
    names: Object.fromEntries(parties.map((code) => [code, partyName(read, code)])),
    technologies: asked && technologies.map((t) => model.map.technologies[t]!.id),
    leftOut,
    inDoubt: doubted,
    months,
    draws,
    seed,
    outsiders,
    cells: await withPatents([...cells, ...unknown], on === null ? null : patents),
    shapley: coalition?.shapley ?? null,
    coalition: coalition?.report ?? null,
    observed: on === null ? null : observedOf(read, withholders(cells), on),
    unvalued: read.map.products.filter((t) => Number.isNaN(space.middle.market[t]!)).map((t) => model.map.technologies[t]!.id),
  };
  const limits = [...leverageRemarks(read, report), ...leverageLimits(read, report)];
  return {
    ...report,
    finding: leverageFinding(read, report),
    evidence: leverageEvidence(read, {
      technologies,
      touched: nodes,
      parties,
      observed: report.observed,
      controls: controlSources(report),
      limits,
    }),
  };
}

/** Documents of the controls that stand between them. */
const controlSources = ({ coalition }: Pick<LeverageReport, "coalition">): readonly string[] =>
  coalition?.inForce?.controls.flatMap(({ source }) => source ?? []) ?? [];

/** What is asked for: technologies by name or all that count, the target, and who withholds. */
function readQuestion(read: ReadModel, question: LeverageQuestion) {
  requireSome({ from: question.from, technologies: question.technologies });
  const asked = question.technologies?.map((each) => requireTechnology(read, each).index) ?? null;
  const technologies = asked === null ? countedTechnologies(read) : withheldTechnologies(read.model, read.withholding.seeds, asked);
  const on = question.on === undefined ? null : requireTarget(read, question.on);
  return { asked, technologies, on, from: partiesOf(read, question, on, technologies) };
}

function questionWords(read: ReadModel, from: readonly string[], on: string | null): string {
  const senders = listed(from.map((code) => partyName(read, code)));
  if (on === null) return say("leverage.who-of-has-leverage", { senders });
  if (from.length === 1) return say("leverage.what-could-do-to", { senders, read: partyName(read, on) });
  return say("leverage.what-could-together-do", { senders, read: partyName(read, on) });
}

const withholders = (cells: readonly LeverageCell[]) => cells.map(({ from: code, technologies }) => ({ code, technologies }));

/** What could be withheld and is not counted. */
const inDoubt = (read: ReadModel): LeverageReport["inDoubt"] =>
  withheldTechnologies(read.model, read.withholding.seeds, null)
    .filter((t) => onOneOldDocument(read, t))
    .map((t) => read.map.technologies[t]!)
    .map(({ id, name }) => ({ technology: id, name }));

/** A list that is given names something. Throws LM_USAGE. */
function requireSome(lists: Readonly<Record<string, readonly string[] | undefined>>): void {
  for (const [list, names] of Object.entries(lists))
    if (names?.length === 0) throw new LevermapError("LM_USAGE", `The list \`${list}\` is empty; leave it out for its default.`, { list });
}

function partiesOf(read: ReadModel, { from }: LeverageQuestion, on: string | null, technologies: readonly number[]): readonly string[] {
  const most = on === null ? mostParties : mostMembers;
  const named = [...new Set(from?.map((each) => requireParty(read, each)))];
  if (named.length > most) throw new LevermapError("LM_USAGE", `At most ${most} parties, not ${named.length}.`, { parties: named });
  if (on === null) return named.length > 0 ? named : largestSuppliers(read.model, technologies).slice(0, mostParties);
  requireApart(read, named, on);
  if (named.length > 0) return named;
  return largestSuppliers(read.model, technologies)
    .filter((code) => !overlap(read.model, code, on))
    .slice(0, usualMembers);
}

/** Throws LM_USAGE where two of those who act, or one of them and the target, are in part the same. */
function requireApart({ model }: ReadModel, parties: readonly string[], target: string): void {
  const refused = (one: string, other: string, why: string): LevermapError =>
    new LevermapError("LM_USAGE", `${one} and ${other} are in part the same: ${why}.`, { parties: [one, other] });
  parties.forEach((one, i) => {
    if (overlap(model, one, target)) throw refused(target, one, "a party cannot withhold from itself; name another target");
    const other = parties.slice(i + 1).find((each) => overlap(model, one, each));
    if (other !== undefined) throw refused(one, other, "a split between a part and its whole has no meaning; name one of them");
  });
}

/** The one party that is asked for as the target. Throws LM_ECONOMY_UNKNOWN, and LM_USAGE where a list is given. */
function requireTarget(read: ReadModel, wanted: string): string {
  try {
    return requireParty(read, wanted);
  } catch (thrown) {
    if (!wanted.includes(",")) throw thrown;
    throw new LevermapError("LM_USAGE", `Leverage has one target at a time, not "${wanted}"; ask once for each.`, { on: wanted });
  }
}

async function replyPatents(patents: AskPatents, on: string, members: readonly string[]): Promise<Record<string, PatentsBeside | null>> {
  return Object.fromEntries(await Promise.all(members.map(async (member) => [member, await patents(on, member)])));
}

async function withPatents(cells: readonly LeverageCell[], patents: AskPatents | null): Promise<readonly LeverageCell[]> {
  return patents === null ? cells : Promise.all(cells.map(async (cell) => ({ ...cell, patents: await patents(cell.from, cell.on) })));
}
