import { yearOf } from "../../../base/days.ts";
import type { Row } from "../../../base/tables.ts";
import { survivalRows } from "../../../corpus/legal-records.ts";
import type { ExclusionWorld } from "../../../leverage/exclusion/exclusion-market.ts";
import type { ExclusionTerms } from "../../../leverage/exclusion/exclusion-terms.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { createSurvival, type Survival } from "../../../measure/patents/in-force.ts";
import { firstVolumeUse } from "../../../plan/cells/clock.ts";
import { adviseFiling, type FilingPlace } from "../../../plan/filing.ts";
import { longestTerm, type OfficeCost } from "../../../plan/office-cost.ts";
import { economicInputs, type PlanInput } from "../../economics/plan-economics.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import type { FilingLine } from "./advice-report.ts";
import { type OfficeMarket, type OwnClaims, stakeOf, technologyRef } from "./portfolio-exclusion.ts";
import type { OwnFamilies } from "./portfolio-families.ts";

/** What filing takes of the inputs that plans have. */
export interface FilingInputs {
  /** What a year later is worth less, a year. */
  readonly discount: PlanInput;
  /** What all licences of a product cost, as a part of its sales; `null` unknown. */
  readonly royalty: PlanInput | null;
}

/** What filing is judged by, whatever the technology. */
export interface FilingSetting {
  readonly read: ReadModel;
  /** Of all holders. */
  readonly world: ExclusionWorld;
  readonly claims: OwnClaims;
  readonly costs: ReadonlyMap<string, OfficeCost>;
  readonly offices: readonly OfficeMarket[];
  readonly inputs: FilingInputs;
  readonly rates: readonly Row<"base_rate">[];
  readonly day: number;
}

/** Where a further family in a technology would be worth its cost. */
export function filingLine(setting: FilingSetting, technology: string, { families }: OwnFamilies): FilingLine {
  const { read, claims, costs, offices, inputs, rates, day, world } = setting;
  const firstUse = firstUseOf(read, technology, yearOf(day));
  const kept = createSurvival(survivalRows(rates));
  const places = offices.map(
    ({ office, market }): FilingPlace => ({
      office,
      stake: market === null ? null : stakeOf(claims, market, technology),
      cost: costs.get(office) ?? null,
      survival: survivalAt(kept, office),
    }),
  );
  const terms = {
    royalty: inputs.royalty && royaltyOf(inputs.royalty, world, claims.claimant.holders, technology),
    years: longestTerm,
    discount: discountOf(inputs),
  };
  const advice = adviseFiling(places, { ...terms, firstUse: firstUse && yearsAhead(firstUse, yearOf(day)) });
  const place = new Map(places.map((each, at) => [each.office, { ...each, market: offices[at]!.market ?? "" }]));
  const filed = (office: string): number =>
    families.filter((family) => family.some((each) => each.office === office && each.technologies.includes(technology))).length;
  return {
    technology: technologyRef(read, technology),
    firstUse: firstUse && { low: firstUse.low, high: Number.isFinite(firstUse.high) ? firstUse.high : null },
    offices: advice.map((line) => {
      const { market, stake } = place.get(line.office)!;
      return { ...line, market, stake, families: filed(line.office), clout: null, covers: null, why: null };
    }),
  };
}

/** Calendar years of first use in volume, without an end where only a floor is known; anything but a next generation is in use now. `null`: unknown. */
export function firstUseOf({ map }: ReadModel, id: string, now: number): Bounds | null {
  const told = firstVolumeUse(map.rows.parameter, now).get(id);
  if (told !== undefined) return { low: told.low, high: told.high ?? Number.POSITIVE_INFINITY };
  return map.technologies[map.indexOf.get(id) ?? -1]?.nextGeneration === false ? { low: now, high: now } : null;
}

/** Of the inputs of a plan, those that filing takes; without a plan the usual ones. A royalty that stands for none that is known is none. */
export function filingInputs(terms: ExclusionTerms, inputs: readonly PlanInput[] = economicInputs(terms)): FilingInputs {
  const of = (wanted: string): PlanInput => inputs.find(({ id, scope }) => id === wanted && scope === "")!;
  const royalty = of("royalty");
  return { discount: of("discount"), royalty: royalty.given === "file" || terms.royalty() !== null ? royalty : null };
}

/** What a year later is worth less, in the middle of its interval. */
export const discountOf = ({ discount: { low, high } }: FilingInputs): number => (low + high) / 2;

const yearsAhead = ({ low, high }: Bounds, now: number): Bounds => ({ low: Math.max(0, low - now), high: Math.max(0, high - now) });

/** What all licences of a product cost is shared, at the low end, by all holders with claims in the technology. */
function royaltyOf(royalty: Bounds, { clusters }: ExclusionWorld, own: ReadonlySet<string>, technology: string): Bounds {
  const others = new Set(clusters.flatMap((each) => (each.technology === technology && !own.has(each.holder) ? [each.holder] : [])));
  return { low: royalty.low / (1 + others.size), high: royalty.high };
}

/** The survival of patents of an office; of one without a table anything that those of the others tell. */
export function survivalAt(curves: ReadonlyMap<string, Survival>, office: string): FilingPlace["survival"] {
  const own = curves.get(office);
  const used = own === undefined ? [...curves.values()] : [own];
  if (used.length === 0) return () => ({ low: 0, high: 1 });
  return (age, granted) => {
    const ends = used.map(({ at, since }) => at(since === "grant" ? Math.max(0, age - granted) : age));
    return { low: Math.min(...ends.map(({ low }) => low)), high: Math.max(...ends.map(({ high }) => high)) };
  };
}
