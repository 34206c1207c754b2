import { programmeName } from "../../answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlannedProgramme, PlanReport, TargetWorth } from "../../answers/plan/plan-report.ts";
import { number, percent } from "../../base/format.ts";
import { technologyCell } from "../cell.ts";
import type { Cell, Column, TableBlock } from "../view.ts";

/** All that is gained, USD m. */
export const gained = (worths: readonly Pick<TargetWorth, "worth">[]): number => worths.reduce((sum, { worth }) => sum + worth, 0);

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

const what: Column = { title: "programme", flexible: true };
const figure = (title: string): Column => ({ title, align: "right" });

/** Programmes that are selected, with what each brings and costs. */
export const selectedTable = ({ programmes }: PlanReport): TableBlock => ({
  kind: "table",
  title: "Selected programmes, USD M in present value",
  columns: [
    what,
    { title: "launched", flexible: true },
    { title: "value at risk if dropped (main sources)", flexible: true },
    figure("cost"),
    figure("net value"),
  ],
  rows: programmes.map((each) => [
    programmeCell(each),
    launchWords(each),
    `${number(gained(each.adds))} (${mainSources(each)})`,
    number(each.presentCost),
    number(each.lessCost),
  ]),
  none: "none",
  most: 12,
});

const mainSources = ({ adds }: ChosenProgramme): string =>
  adds
    .slice(0, 2)
    .map(({ kind, jurisdiction, worth }) => `${kind}${jurisdiction === null ? "" : ` ${jurisdiction}`} ${number(worth)}`)
    .join(", ") || "none";

/** How the figures of the selected programmes are to be read. */
export const selectedNote =
  "Value at risk is what the plan would lose without the programme, all others kept, on average over the scenarios. These values do not add up to the whole. Net value is value at risk less cost.";

/** The same programmes by id, with what they take. */
export const selectedDetails = ({ programmes }: PlanReport): TableBlock => ({
  kind: "table",
  title: "Selected programmes by id",
  columns: [
    { title: "id" },
    what,
    figure("spent, USD M"),
    figure("researcher-years"),
    figure("families today"),
    figure("net at plan prices"),
  ],
  rows: programmes.map((each) => [
    each.id,
    programmeCell(each),
    number(each.spent),
    `${number(each.researcherYears * each.part)} ${each.field}`,
    familiesToday(each),
    each.net === null ? "unknown" : number(each.net),
  ]),
  none: "none",
});

/** Programmes that are not selected and come nearest to it. */
export const nextTable = ({ next }: PlanReport): TableBlock => ({
  kind: "table",
  title: "Not selected, and nearest to it, USD M",
  columns: [what, { title: "id" }, figure("net at plan prices"), figure("full cost"), figure("families today")],
  rows: next.map((each) => [programmeCell(each), each.id, number(each.net), number(each.cost), familiesToday(each)]),
  none: "none: all are selected, or time was up before prices were found",
  most: 12,
});

/** What speaks for and against each programme. */
export const reasonTable = (programmes: readonly PlannedProgramme[]): TableBlock => ({
  kind: "table",
  title: "Why each is a candidate",
  columns: [{ title: "id" }, { title: "reasons", flexible: true }],
  rows: programmes.map(({ id, reasons }) => [
    id,
    reasons.map(({ speaks, text }) => `${speaks}: ${text}`).join("; ") || "only what it brings",
  ]),
  none: "none",
});

export const netNote =
  "Net at plan prices: what all of a programme would earn beyond what its money and people would earn elsewhere in the plan. Below 0 it would have to cost that much less to be selected. One more each year: what one more unit in every year would bring if programmes were divisible. Families today are unknown where no patent of the technology is loaded.";
