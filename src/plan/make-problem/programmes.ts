import type { Economics } from "../economics.ts";
import type { Programme } from "../problem.ts";
import { expectedFamily } from "./expected-family.ts";
import type { PlanCell, PlanChoices, TechnologyFacts } from "./plan-facts.ts";
import { presentCost, type Timing } from "./timing.ts";

/** A cell as a programme, alone or with a partner. */
export interface MadeProgramme {
  readonly programme: Programme;
  readonly cell: PlanCell["cell"];
  readonly partner: string | null;
  /** Total cost, USD m. */
  readonly cost: number;
  readonly families: number;
  /** Contribution to each target before timing. */
  readonly brings: Brought;
  /** Cells it depends on. */
  readonly dependsOn: readonly string[];
}

/** Home's share of a whole programme's results. With a partner it shares supply and weight; freedom to use is not reduced. */
export interface Brought {
  /** Share of world supply. */
  readonly supply: number;
  readonly weight: number;
  /** Families in the top tenth. */
  readonly topTenth: number;
}

/** Id of a programme: the cell, then the partner. */
export const programmeId = (cell: string, partner: string | null): string => (partner === null ? cell : `${cell}+${partner}`);

/** Possible programmes of a cell without their gains: alone and with each partner. */
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
  const input = (name: string): number => of(name, technology.id, technology.kind);
  const part = partner === null ? 1 : of("partner-part");
  const planned = input("families");
  const researcherYears = planned * input("researcher-years") * part;
  const perYear = (amount: number): readonly number[] => new Array<number>(paid).fill(amount / paid);
  const cost = researcherYears * input("researcher-year") + planned * part * input("family");
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
      least: Math.min(1, input("least")),
      needs: [],
      required: choices.required.includes(programmeId(cell.id, partner)),
    },
  };
}

/**
 * Share of world supply that a programme's makers gain: its effort over that of all makers in the years a newcomer must match. Effort is
 * valued at makers' cost per family, so dearer research builds no more. Without a market figure, an input of the kind.
 */
function supplyOf({ id, kind, market }: TechnologyFacts, planned: number, part: number, { of, pick }: Economics): number {
  const input = (name: string): number => of(name, id, kind);
  const share =
    market === null
      ? input("supply")
      : (planned * input("family-effort")) / (pick(`market|${id}`, market) * input("research-part") * input("matched-years"));
  return Math.min(1, share * part * of("yield", id));
}
