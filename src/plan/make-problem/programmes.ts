import type { Economics } from "../economics.ts";
import type { Programme } from "../problem.ts";
import { expectedFamily } from "./expected-family.ts";
import type { PlanCell, PlanChoices, TechnologyFacts } from "./plan-facts.ts";
import { presentCost, type Timing } from "./timing.ts";

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
  /** Cells without which it is not on. */
  readonly dependsOn: readonly string[];
}

/** What the home has in the end of what a whole programme brings: with a partner its part. What joint owners have in common each of them may use, so that freedom is no less. */
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

/** The programmes that a cell can be, without their gains: alone, and with each partner who has something to bring. */
export function programmesOf(
  technology: TechnologyFacts,
  planCell: PlanCell,
  timing: Timing,
  choices: PlanChoices,
  economics: Economics,
): readonly MadeProgramme[] {
  return [null, ...planCell.partners].map((partner) => madeProgramme(technology, planCell, timing, choices, economics, partner));
}

function madeProgramme(
  technology: TechnologyFacts,
  planCell: PlanCell,
  { paid }: Timing,
  choices: PlanChoices,
  economics: Economics,
  partner: string | null,
): MadeProgramme {
  const { of } = economics;
  const { cell } = planCell;
  const part = partner === null ? 1 : of("partner-part");
  const planned = of("families", technology.id, technology.kind);
  const researcherYears = planned * of("researcher-years", technology.id, technology.kind) * part;
  const perYear = (amount: number): readonly number[] => new Array<number>(paid).fill(amount / paid);
  const cost =
    researcherYears * of("researcher-year", technology.id, technology.kind) + planned * part * of("family", technology.id, technology.kind);
  const money = perYear(cost);
  const families = planned * of("yield", technology.id);
  const family = expectedFamily(planCell, paid, economics);
  const brings: Brought = {
    supply: supplyOf(technology, planned, part, economics),
    weight: families * of("family-weight", technology.id) * family.cited * part,
    topTenth: families * family.topTenth * part,
  };
  return {
    cell,
    partner,
    cost,
    families,
    brings,
    dependsOn: [],
    programme: {
      id: programmeId(cell.id, partner),
      money,
      people: [{ field: technology.kind, byYear: perYear(researcherYears) }],
      gains: [],
      charge: Array.from({ length: choices.years }, (_, year) => choices.unspent * presentCost(money, year, of("discount"))),
      latest: choices.years - paid,
      least: Math.min(1, of("least", technology.id, technology.kind)),
      needs: [],
      required: choices.required.includes(programmeId(cell.id, partner)),
    },
  };
}

/**
 * Part of world supply that the makers behind a programme come to have: its effort over that of all makers in the years that a newcomer has to
 * match. Effort is counted in families at what makers spend on one, not at what they cost the home, so that dearer research builds up no more.
 * Where no source tells of the market, an input of the kind.
 */
function supplyOf({ id, kind, market }: TechnologyFacts, planned: number, part: number, { of, pick }: Economics): number {
  const input = (name: string): number => of(name, id, kind);
  const share =
    market === null
      ? input("supply")
      : (planned * input("family-effort")) / (pick(`market|${id}`, market) * input("research-part") * input("matched-years"));
  return Math.min(1, share * part * of("yield", id));
}
