import type { Economics } from "../economics.ts";
import type { Gain, Programme } from "../problem.ts";
import { expectedFamily } from "./expected-family.ts";
import type { PlanCell, PlanChoices, PlanFacts, TechnologyFacts } from "./plan-facts.ts";
import { annuity, patentYears, type Timing } from "./timing.ts";

/** A cell as a programme, alone or with a partner, and what the limits need of it. */
export interface MadeProgramme {
  readonly programme: Programme;
  readonly cell: PlanCell["cell"];
  readonly partner: string | null;
  /** USD m in all. */
  readonly cost: number;
  readonly families: number;
  /** What a whole programme adds to each kind of target before time is counted. */
  readonly brings: Brought;
}

/** What a whole programme brings in the end. */
export interface Brought {
  /** Part of world supply. */
  readonly supply: number;
  /** Blocking weight. */
  readonly weight: number;
  /** Families in the top tenth. */
  readonly topTenth: number;
}

/** The id of a programme: that of its cell, with the partner behind it. */
export const programmeId = (cell: string, partner: string | null): string => (partner === null ? cell : `${cell}+${partner}`);

/** Ids of targets: the kind, the technology, and the jurisdiction where it has one. */
export const targetId = (kind: string, technology: string, jurisdiction?: string): string =>
  [kind, technology, ...(jurisdiction === undefined ? [] : [jurisdiction])].join(":");

/** The programmes that a cell can be: alone, and with each partner who has something to bring. */
export function programmesOf(
  facts: PlanFacts,
  technology: TechnologyFacts,
  planCell: PlanCell,
  choices: PlanChoices,
  economics: Economics,
): readonly MadeProgramme[] {
  return [null, ...planCell.partners].map((partner) => madeProgramme(facts, technology, planCell, choices, economics, partner));
}

function madeProgramme(
  facts: PlanFacts,
  technology: TechnologyFacts,
  planCell: PlanCell,
  choices: PlanChoices,
  economics: Economics,
  partner: string | null,
): MadeProgramme {
  const { of } = economics;
  const { cell } = planCell;
  const part = partner === null ? 1 : of("partner-part");
  const planned = of("families", technology.id, technology.kind);
  const researcherYears = planned * of("researcher-years", technology.id, technology.kind) * part;
  const paid = Math.max(1, Math.round(of("programme-years", technology.id, technology.kind)));
  const perYear = (amount: number): readonly number[] => new Array<number>(paid).fill(amount / paid);
  const cost =
    researcherYears * of("researcher-year", technology.id, technology.kind) + planned * part * of("family", technology.id, technology.kind);
  const families = planned * of("yield", technology.id);
  const family = expectedFamily(planCell, paid, economics);
  const timing: Timing = {
    paid,
    granted: paid / 2 + of("grant-delay", technology.id),
    supplied: paid + economics.pick(`lead|${technology.id}`, technology.leadYears),
  };
  const brings: Brought = {
    supply: supplyOf(technology, cost, part, economics),
    weight: families * of("family-weight", technology.id) * family.cited * part,
    topTenth: families * family.topTenth,
  };
  return {
    cell,
    partner,
    cost,
    families,
    brings,
    programme: {
      id: programmeId(cell.id, partner),
      money: perYear(cost),
      people: [{ field: technology.kind, byYear: perYear(researcherYears) }],
      gains: gainsOf(facts, technology, cell, { choices, economics, timing, brings, paid }),
      least: Math.min(1, of("least", technology.id, technology.kind)),
      needs: [],
      required: choices.required.includes(programmeId(cell.id, partner)),
    },
  };
}

/**
 * Part of world supply that the makers behind a programme come to have: what is spent on it over what all makers spend on research of the technology
 * in the years that a newcomer has to match. Where no source tells of the market, an input of the kind.
 */
function supplyOf({ id, kind, market }: TechnologyFacts, cost: number, part: number, { of, pick }: Economics): number {
  const share =
    market === null
      ? of("supply", id, kind) * part
      : cost / (pick(`market|${id}`, market) * of("research-part", id, kind) * of("matched-years", id, kind));
  return Math.min(1, share * of("yield", id));
}

interface GainParts {
  readonly choices: PlanChoices;
  readonly economics: Economics;
  readonly timing: Timing;
  readonly brings: Brought;
  readonly paid: number;
}

/** A programme that does not end within the years is not begun: what it would cost later is not in the budget. */
function gainsOf(facts: PlanFacts, technology: TechnologyFacts, cell: PlanCell["cell"], parts: GainParts): readonly Gain[] {
  const { choices, economics, timing, brings, paid } = parts;
  const { of, pick } = economics;
  const [rate, horizon] = [of("discount"), of("horizon")];
  const whole = annuity(0, horizon, rate);
  const byLaunch = (amount: number, partOf: (year: number) => number): readonly number[] =>
    Array.from({ length: choices.years }, (_, year) => (year + paid <= choices.years ? amount * partOf(year) : 0));
  const firstUse = technology.clock === null ? 0 : pick(`clock|${technology.id}`, technology.clock) - facts.firstYear;
  const supplied = byLaunch(brings.supply, (year) => annuity(year + timing.supplied, horizon, rate) / whole);
  const earning = byLaunch(brings.weight, (year) => {
    const lapsed = Math.min(horizon, year + timing.paid / 2 + patentYears);
    return annuity(Math.max(year + timing.granted, firstUse), lapsed, rate, of("lapse")) / whole;
  });
  const best = byLaunch(brings.topTenth, (year) => Math.exp(-rate * (year + timing.paid)));
  return [
    ...(technology.exposure === null ? [] : [{ target: targetId("exposure", technology.id), byLaunch: supplied }]),
    ...technology.markets.map(({ jurisdiction }) => ({
      target: targetId("bargaining", technology.id, jurisdiction),
      byLaunch: earning,
    })),
    ...technology.blocked.flatMap(({ jurisdiction, byGroup }) => {
      const usd = byGroup.get(cell.group);
      if (usd === undefined) return [];
      const amount = pick(`blocked|${technology.id}|${jurisdiction}|${cell.group}`, usd) * of("freedom", technology.id, technology.kind);
      return [
        {
          target: targetId("freedom", technology.id, jurisdiction),
          byLaunch: byLaunch(amount, (year) => annuity(year + timing.paid, horizon, rate) / whole),
        },
      ];
    }),
    { target: targetId("option", technology.id), byLaunch: best },
  ];
}
