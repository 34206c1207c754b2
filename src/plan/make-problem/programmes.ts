import { dampedYears, recentYears } from "../cells/cell-activity.ts";
import { kindScopes } from "../cells/counted-family.ts";
import { topPart } from "../cells/yields.ts";
import type { Economics } from "../economics.ts";
import type { Programme } from "../problem.ts";
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

interface ExpectedFamily {
  /** Citations relative to an average family. */
  readonly cited: number;
  /** Chance of being in the top tenth by citations. */
  readonly topTenth: number;
}

/** Citation window in years. */
const citedYears = 5;

/**
 * Expected citations and top-tenth chance of a family of a cell. `p`: top-tenth chance of the cell's recent families; `T`: the top tenth's share of
 * citations; predicted citations are `(1 - p) (1 - T) / 0.9 + p T / 0.1` of the average. The cell's own record `c` of `n` families has
 * credibility `n / (n + k)` (Bühlmann 1967). Both scale with growth; unknown growth leaves them unchanged.
 *
 * @param paid years over which the programme files
 */
export function expectedFamily({ cell, cited, growth }: PlanCell, paid: number, economics: Economics): ExpectedFamily {
  const { technology, id } = cell;
  const { of, pick } = economics;
  const chance = topTenthOf(cell, economics);
  const part = of("top-part", technology);
  const predicted = ((1 - chance) * (1 - part)) / (1 - topPart) + (chance * part) / topPart;
  const record = of("own-record", technology);
  const expected = cited.mean === null ? predicted : (cited.of * cited.mean + record * predicted) / (cited.of + record);
  const kept = of("growth-kept", technology);
  const later = growth === null ? 1 : Math.exp((kept * pick(`growth|${id}`, growth) * yearsOn(paid)) / recentYears);
  return { cited: expected * later, topTenth: Math.min(1, chance * later) };
}

/** Fewest recent families of known originality to predict from. */
const enough = 10;

/** Mean chance of the cell's recent families by originality and team; with too few, that of a family with neither known. */
function topTenthOf({ technology, mix }: PlanCell["cell"], { of }: Economics): number {
  const count = (kinds: PlanCell["cell"]["mix"]): number => kinds.reduce((sum, { families }) => sum + families, 0);
  const isKnown = count(mix.filter(({ tercile }) => tercile !== null)) >= enough;
  const kinds = isKnown ? mix : [{ tercile: null, team: null, families: 1 }];
  return kinds.reduce((sum, kind) => sum + kind.families * of("top-tenth", ...kindScopes(technology, kind)), 0) / count(kinds);
}

/** Years of growth from the middle of the last five years to the middle of the citation window, damped after the last year. */
const yearsOn = (paid: number): number => (recentYears - 1) / 2 + dampedYears((paid + citedYears) / 2);
