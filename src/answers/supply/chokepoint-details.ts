import { present } from "../../base/collections.ts";
import { percent, percentRange, usd } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { sum } from "../../base/numbers.ts";
import { listed, spaced } from "../../base/words.ts";
import type { ScoreDetail, Sensitivity } from "../../leverage/chokepoint-score.ts";
import type { EndClass } from "../../leverage/ends.ts";
import { plantsOutside } from "../../leverage/made-abroad.ts";
import { createParameterLookup, type ModelParameter } from "../../leverage/parameters.ts";
import type { Reach } from "../../leverage/reach.ts";
import type { Target } from "../../leverage/target.ts";
import { concentration } from "../../measure/supply/concentration.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { Grade } from "../shared/evidence.ts";
import { weakest } from "../shared/evidence-of.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Chokepoint } from "./chokepoint-report.ts";
import type { HomeTrade } from "./imports.ts";

export interface DetailContext {
  readonly read: ReadModel;
  readonly target: Target | null;
  readonly trade: HomeTrade | null;
  readonly reach: Reach;
  readonly parameter: ReturnType<typeof createParameterLookup>;
}

export function detailContext(read: ReadModel, { target, trade, reach }: Pick<DetailContext, "target" | "trade" | "reach">): DetailContext {
  return { read, target, trade, reach, parameter: createParameterLookup(read.map) };
}

const concentrated = 0.4;
const dependent = 0.5;

/** Why this is a weak link, in words with sources; empty for what no one could withhold. */
export function causesOf(context: DetailContext, technology: Technology, holder: string, detail: ScoreDetail): Chokepoint["causes"] {
  const { read, target } = context;
  const causes: Chokepoint["causes"][number][] = [];
  if (read.model.productSets[read.model.productSet[technology.index]!]!.length === 0) {
    const text = "no final product in the map needs it as yet, so withholding it takes nothing today";
    causes.push({ kind: "unused", text, sources: [] });
  }
  const supply = technology.supply;
  const entry = supply?.entries.find((each) => each.holder === holder);
  if (supply && entry && !entry.blank && entry.high > 0) {
    const share = percentRange(entry.low, entry.high);
    const made = supply.basis === "production";
    const text = made
      ? say("chokepoint-details.of-world-supply-is", { share, read: economyName(read, entry.holder) })
      : say("chokepoint-details.firms-headquartered-in-hold", {
          read: economyName(read, entry.holder),
          share,
          place: placeWords(read, technology, entry.holder),
        });
    const theirs = (holder: string): boolean => (supply.derived ? read.map.economyOf.get(holder) : holder) === entry.holder;
    const sources = supply.rows.filter(({ holder }) => theirs(holder)).flatMap((row) => row.source ?? []);
    const dated = supply.year === null ? text : `${text} (${supply.year})`;
    causes.push({ kind: made ? "place" : "share", text: dated, sources: [...new Set(sources)] });
  }
  if (!entry) causes.push(...memberCauses(read, technology, holder));
  causes.push(...reachCauses(context, technology, holder, detail.reachable));
  for (const control of target?.withheld.get(technology.index) ?? []) {
    const since = control.since === null ? "start unknown" : say("chokepoint-details.since", { since: control.since });
    const text = say("chokepoint-details.already-controls-it", {
      read: economyName(read, control.issuer),
      classIt: spaced(control.class),
      since,
      everyone: String(control.everyone),
      citation: control.citation,
    });
    causes.push({ kind: "control", text, sources: present(control.source) });
  }
  return causes;
}

/** Where makers counted by seat make it, as far as known. */
function placeWords(read: ReadModel, { index }: Technology, seat: string): string {
  const places = new Set(plantsOutside(read.model, index, seat, [seat]).map(({ economy }) => economyName(read, economy)));
  if (places.size === 0) return "where they make it is not known, so all of it counts as theirs";
  return say("chokepoint-details.they-make-part-of", { listed: listed([...places]) });
}

/** A family is withheld through its members: those that the holder has a share of. */
function memberCauses(read: ReadModel, family: Technology, holder: string): Chokepoint["causes"] {
  const held = read.withholding.seeds(family.index).flatMap((seed) => {
    const { id, supply } = read.map.technologies[seed]!;
    const entry = supply?.entries.find((candidate) => candidate.holder === holder && !candidate.blank && candidate.high > 0);
    const sources = supply?.rows.filter((row) => row.holder === holder).flatMap((row) => row.source ?? []) ?? [];
    return entry && id !== family.id ? [{ text: `${id} ${percentRange(entry.low, entry.high)}`, sources }] : [];
  });
  if (held.length === 0) return [];
  const text = say("chokepoint-details.through-its-varieties-of", {
    read: economyName(read, holder),
    held: held.map((member) => member.text).join(", "),
  });
  return [{ kind: "share", text, sources: [...new Set(held.flatMap((member) => member.sources))] }];
}

function reachCauses({ reach, read }: DetailContext, technology: Technology, holder: string, reachable: Interval): Chokepoint["causes"] {
  const rows = [...reach.rules(holder, technology.index).values()].map((rule) => rule.row);
  const own = technology.supply?.entries.find((entry) => entry.holder === holder)?.high ?? 0;
  if (rows.length === 0 || reachable[2] <= own + 1e-9) return [];
  const citations = [...new Set(rows.map((row) => row.citation))];
  const text = say("chokepoint-details.rules-of-reach-supply", {
    read: economyName(read, holder),
    reachable: percentRange(reachable[0], reachable[2]),
    citations: citations.join("; "),
  });
  return [{ kind: "reach", text, sources: [...new Set(rows.flatMap((row) => row.source ?? []))] }];
}

/** EU strategic-dependency flags (European Commission 2021), on trade where it is loaded, else on shares of world supply. */
export function flagsOf({ target, trade }: DetailContext, technology: Technology): Chokepoint["flags"] {
  if (target === null) return null;
  const origins = trade?.originShares(technology.id) ?? null;
  if (origins) {
    const shares = [...origins.values()];
    const hhi = sum(shares.map((share) => share ** 2));
    const unnamed = Math.max(0, 1 - sum(shares));
    const cdi1 = certain(hhi, hhi + unnamed ** 2 + 2 * unnamed * Math.max(0, ...shares), concentrated);
    return { cdi1, cdi2: null, cdi3: trade?.importsExceedExports(technology.id) ?? null, basis: "trade" };
  }
  if (technology.supply === null) return { cdi1: null, cdi2: null, cdi3: null, basis: "supply shares" };
  const { hhi } = concentration(technology.supply.entries);
  const foreign = [1 - target.share[2][technology.index]!, 1 - target.share[0][technology.index]!] as const;
  return {
    cdi1: certain(hhi?.low, hhi?.high, concentrated),
    cdi2: certain(foreign[0], foreign[1], dependent),
    cdi3: null,
    basis: "supply shares",
  };
}

/** Over a threshold for certain, not over it for certain, or not known. */
function certain(low: number | undefined, high: number | undefined, threshold: number): boolean | null {
  if (low === undefined || high === undefined) return null;
  return low > threshold ? true : high <= threshold ? false : null;
}

function endsOf(parameter: ModelParameter | null): Interval | null {
  if (parameter === null) return null;
  const [first, mid, last] = parameter.ends;
  return [Math.min(first, last), mid, Math.max(first, last)];
}

/** Who else supplies, how long a change takes, what would have to be built. Never advice on getting round a control. */
export function remedyOf(
  { read, target, parameter }: DetailContext,
  technology: Technology,
  holder: string,
  shortfall: number,
): Chokepoint["remedy"] {
  if (target === null || technology.supply === null) return null;
  const inside = new Set([...target.members].map((index) => read.model.economies[index]!));
  const others = technology.supply.entries
    .filter((entry) => !entry.blank && entry.high > 0 && entry.holder !== holder && !inside.has(entry.holder))
    .map(({ holder: economy, low, high }) => ({ economy, low, high }))
    .slice(0, 5);
  const qualification = parameter(technology, "qualification");
  const leadTime = parameter(technology, "lead-time");
  const size = parameter(technology, "market-size");
  const share = shortfall * target.demand[1][technology.index]!;
  const usdBn = size && "technology" in size.row ? share * size.ends[1] : null;
  return {
    others,
    qualificationMonths: endsOf(qualification),
    leadTimeMonths: endsOf(leadTime),
    timesGrade: qualification || leadTime ? weakest([qualification, leadTime].map((entry) => gradeOfParameter(entry))) : null,
    toBuild: {
      share,
      usdBn,
      text:
        share > 0
          ? say("chokepoint-details.output-worth-of-world", {
              share: percent(share),
              usdBn: usdBn === null ? "" : say("chokepoint-details.about-a-year", { usdBn: usd(usdBn * 1e9) }),
            })
          : "other providers could cover the need in the middle run",
    },
  };
}

export function gradeOfParameter(parameter: ModelParameter | null): Grade {
  if (parameter === null) return "published";
  return "grade" in parameter.row ? (parameter.row.grade as Grade) : "assumed";
}

const inputNames: Readonly<Record<EndClass, string>> = {
  spare: "spare capacity of other providers",
  fungibility: "part of the gap that can be redirected",
  degradation: "loss without a degrading input",
  criticality: "criticality of ungraded inputs",
  "assumed-criticality": "criticality of inputs where it is assumed",
  substitution: "substitution between varieties",
  weights: "weights of varieties",
  shares: "published shares given as intervals, and reach",
  unknown: "who holds the unknown part of supply",
  demand: "the target's share of world use",
  values: "weights of the target's final products",
};

export function hangsOnOf({ parameter }: DetailContext, technology: Technology, list: readonly Sensitivity[]): Chokepoint["hangsOn"] {
  const named: Partial<Record<EndClass, string>> = { spare: "spare", fungibility: "fungibility", substitution: "substitution" };
  return list.map(({ input, low, high }) => {
    const name = named[input];
    const grade: Grade = name
      ? gradeOfParameter(parameter(technology, name))
      : input === "shares"
        ? "published"
        : input === "degradation" || input === "criticality" || input === "assumed-criticality"
          ? "assumed"
          : "derived";
    return { parameter: inputNames[input], grade, low, high };
  });
}
