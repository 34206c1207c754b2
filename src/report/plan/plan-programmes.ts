import { programmeName } from "../../answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlannedProgramme, PlanReport, TargetWorth } from "../../answers/plan/plan-report.ts";
import { number, percent } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { technologyCell } from "../cell.ts";
import { type ColumnOf, flexible, right, tableOf } from "../table-of.ts";
import type { Cell, TableBlock } from "../view.ts";

/** All that is gained, USD m. */
export const gained = (worths: readonly Pick<TargetWorth, "worth">[]): number => sum(worths.map(({ worth }) => worth));

/** A launch of a smaller part is not shown. */
export const leastPart = 0.005;

/** `2027`, `2027 (62%)`: when a programme is launched, and how much of it. */
export const launchWords = ({ launches }: Pick<ChosenProgramme, "launches">): string =>
  launches
    .filter(({ part }) => part >= leastPart)
    .map(({ year, part }) => (part > 1 - leastPart ? `${year}` : `${year} (${percent(part)})`))
    .join(", ");

export const programmeCell = (programme: PlannedProgramme): Cell => technologyCell(programme.technology, programmeName(programme));

/** Families of a programme's cell today. */
export const familiesToday = ({ known }: Pick<PlannedProgramme, "known">): string => (known === null ? "unknown" : number(known));

const id: ColumnOf<PlannedProgramme> = ["id", (programme) => programme.id];
const what: ColumnOf<PlannedProgramme> = ["programme", programmeCell, flexible];
const today: ColumnOf<PlannedProgramme> = ["families today", familiesToday, right];

/** Programmes that are selected, with what each brings and costs. */
export const selectedTable = ({ programmes }: PlanReport): TableBlock =>
  tableOf(
    "Selected programmes, USD M in present value",
    programmes,
    [
      what,
      ["launched", launchWords, flexible],
      ["value at risk if dropped (main sources)", (each) => `${number(gained(each.adds))} (${mainSources(each)})`, flexible],
      ["cost", ({ presentCost }) => number(presentCost), right],
      ["net value", ({ lessCost }) => number(lessCost), right],
    ],
    { none: "none", most: 12 },
  );

const mainSources = ({ adds }: ChosenProgramme): string =>
  adds
    .slice(0, 2)
    .map(({ kind, jurisdiction, worth }) => `${kind}${jurisdiction === null ? "" : ` ${jurisdiction}`} ${number(worth)}`)
    .join(", ") || "none";

/** How the figures of the selected programmes are to be read. */
export const selectedNote =
  "Value at risk is what the plan would lose without the programme, all others kept, on average over the scenarios. These values do not add up to the whole. Net value is value at risk less cost.";

/** The same programmes by id, with what they take. */
export const selectedDetails = ({ programmes }: PlanReport): TableBlock =>
  tableOf(
    "Selected programmes by id",
    programmes,
    [
      id,
      what,
      ["spent, USD M", ({ spent }) => number(spent), right],
      ["researcher-years", ({ researcherYears, part, field }) => `${number(researcherYears * part)} ${field}`, right],
      today,
      ["net at plan prices", ({ net }) => number(net), right],
    ],
    { none: "none" },
  );

/** Programmes that are not selected and come nearest to it. */
export const nextTable = ({ next }: PlanReport): TableBlock =>
  tableOf(
    "Not selected, and nearest to it, USD M",
    next,
    [what, id, ["net at plan prices", ({ net }) => number(net), right], ["full cost", ({ cost }) => number(cost), right], today],
    { none: "none: all are selected, or time was up before prices were found", most: 12 },
  );

/** What speaks for and against each programme. */
export const reasonTable = (programmes: readonly PlannedProgramme[]): TableBlock =>
  tableOf(
    "Why each is a candidate",
    programmes,
    [
      id,
      ["reasons", ({ reasons }) => reasons.map(({ speaks, text }) => `${speaks}: ${text}`).join("; ") || "only what it brings", flexible],
    ],
    { none: "none" },
  );

export const netNote =
  "Net at plan prices: what all of a programme would earn beyond what its money and people would earn elsewhere in the plan. Below 0 it would have to cost that much less to be selected. One more each year: what one more unit in every year would bring if programmes were divisible. Families today are unknown where no patent of the technology is loaded.";
