import { kindSums } from "../../answers/plan/plan-finding.ts";
import { gainWords, programmeName, unspentWords, valueWords } from "../../answers/plan/plan-labels.ts";
import type { ChosenProgramme, PlanReport } from "../../answers/plan/plan-report.ts";
import { aboutUsd } from "../../answers/plan/plan-words.ts";
import { number, percent, usdM, usdRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { planAdviceLines } from "./plan-advice.ts";
import { headLines, inputLines } from "./plan-parts.ts";

/** The plan: what is in, what it uses and brings, how near the best it is, what more would bring, and what all rests on. */
export function planText(report: PlanReport, page: Page): string {
  const { style, width } = page;
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    ...headLines(report.plan, page),
    ...programmeLines(report, page),
    ...nextLines(report, page),
    ...targetLines(report, page),
    ...resourceLines(report, page),
    "",
    paragraph(qualityText(report), width),
    ...frontierLines(report, page),
    ...regretLines(report, page),
    ...robustnessLines(report, page),
    ...planAdviceLines(report.advice, page),
    ...againstLines(report, page),
    ...inputLines(report, page),
    "",
    ...report.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(report.evidence), width),
  ].join("\n");
}

const shown = 30;

function programmeLines({ programmes, plan }: PlanReport, page: Page): string[] {
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "launched", flexible: true },
    { title: "costs, USD M", align: "right" as const },
    { title: "missed most without it, USD M", flexible: true },
    { title: "all that less cost", align: "right" as const },
  ];
  const rows = programmes
    .slice(0, shown)
    .map((each) => [each.id, programmeName(each), launchText(each), number(each.spent), addsText(each), number(each.lessCost)]);
  const more = programmes.length > shown ? [`and ${programmes.length - shown} more: --json names each`] : [];
  const note = `Worth is before cost; ${unspentWords(plan)}. What is missed without a programme is told with the others as they are, so that the column does not sum to the whole; less cost: all that would be missed less what it costs, both present values. Below 0 a programme brings less than it costs.`;
  return [
    ...section({ title: "Programmes that are in", columns, rows, none: "none" }, page),
    ...more,
    ...(programmes.length > 0 ? ["", paragraph(note, page.width)] : []),
  ];
}

const launchText = ({ launches }: ChosenProgramme): string =>
  launches.map(({ year, part }) => (part > 0.995 ? `${year}` : `${year} (${percent(part)})`)).join(", ");

const addsText = ({ adds }: ChosenProgramme): string =>
  adds
    .slice(0, 2)
    .map(({ kind, jurisdiction, worth }) => `${kind}${jurisdiction === null ? "" : ` ${jurisdiction}`} ${number(worth)}`)
    .join("; ");

function nextLines({ next }: PlanReport, page: Page): string[] {
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "net at the plan's prices, USD M", align: "right" as const },
  ];
  if (next.length === 0) return [];
  return section(
    {
      title: "Out, and nearest to being in",
      columns,
      rows: next.slice(0, 5).map((each) => [each.id, programmeName(each), number(each.net)]),
    },
    page,
  );
}

function targetLines({ targets }: PlanReport, page: Page): string[] {
  const columns = [{ title: "gain" }, { title: "USD M", align: "right" as const }, { title: "most of it", flexible: true }];
  const rows = kindSums(targets).map(([kind, worth]) => [
    gainWords[kind],
    number(worth),
    targets
      .filter((each) => each.kind === kind)
      .slice(0, 3)
      .map((each) => `${each.name}${each.jurisdiction === null ? "" : ` in ${each.jurisdiction}`} ${number(each.worth)}`)
      .join("; "),
  ]);
  return section(
    { title: "What it adds, present value, on average over what may turn out otherwise", columns, rows, none: "nothing" },
    page,
  );
}

/** What nobody would see, USD M. */
const leastPrice = 0.005;

function resourceLines({ resources, plan }: PlanReport, page: Page): string[] {
  const right = "right" as const;
  const columns = [
    { title: "" },
    ...plan.years.map((year) => ({ title: String(year), align: right })),
    { title: "one more each year", align: right },
  ];
  const rows = resources.flatMap(({ id, used, available, price }) => {
    const of = id === "money" ? "money, USD M" : `researchers, ${id}`;
    if (used.every((each) => each === 0) && available === null) return [];
    return [
      [
        of,
        ...used.map((each, year) => (available === null ? number(each) : `${number(each)}/${number(available[year]!)}`)),
        price === null ? "" : number(price < leastPrice ? 0 : price),
      ],
    ];
  });
  return section({ title: "What it uses, of what there is", columns, rows }, page);
}

function qualityText({ plan, gap, bound, value, stopped, greedy, more, candidates }: PlanReport): string {
  const people = more.people === null ? "" : `; 5% more researchers ${aboutUsd(more.people.value, more.people.within)} more`;
  return (
    `Of ${candidates} programmes to choose from. Chosen by its ${valueWords(plan)}: ${usdM(value)}; no plan has more than ${usdM(bound)} (gap ${percent(gap)}${stopped ? ", time was up" : ""}). ` +
    `The plain way gets ${greedy === null ? "nothing that keeps to what is required" : usdM(greedy)}. 5% more money would bring ${aboutUsd(more.money.value, more.money.within)} more${people}; ` +
    `"one more each year" is what one more unit in every year would bring, USD M, were programmes divisible.`
  );
}

const barWidth = 40;

/** The frontier as bars: what the best plan of each budget is worth. */
function frontierLines({ frontier, plan }: PlanReport, page: Page): string[] {
  if (frontier === null) return [];
  const most = Math.max(...frontier.map(({ value }) => value ?? 0), 1e-9);
  const columns = [
    { title: "money, USD M", align: "right" as const },
    { title: `${valueWords(plan)}, USD M`, align: "right" as const },
    { title: "programmes", align: "right" as const },
    { title: "" },
  ];
  const rows = frontier.map(({ money, value, programmes }) => [
    number(money),
    value === null ? "none" : number(value),
    String(programmes),
    value === null ? "" : "█".repeat(Math.round((barWidth * value) / most)),
  ]);
  return section({ title: "The best plan of each budget", columns, rows }, page);
}

function regretLines({ regrets }: PlanReport, page: Page): string[] {
  if (regrets === null) return [];
  const columns = [
    { title: "if", flexible: true },
    { title: "chance", align: "right" as const },
    { title: "worth", align: "right" as const },
    { title: "best for that alone", align: "right" as const },
    { title: "missed", align: "right" as const },
  ];
  const rows = regrets.map(({ scenario, probability, value, best, regret }) => [
    scenario,
    percent(probability),
    number(value),
    number(best),
    number(regret),
  ]);
  return section({ title: "If it turns out otherwise, USD M", columns, rows }, page);
}

function robustnessLines({ robustness }: PlanReport, page: Page): string[] {
  if (robustness === null) return [];
  const { draws, infeasible, stopped, seed, stays } = robustness;
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "in" },
    { title: "of draws", align: "right" as const },
    { title: "" },
  ];
  const rows = stays
    .slice(0, shown)
    .map(({ programme, name, part, isIn }) => [
      programme,
      name,
      isIn ? "yes" : "",
      percent(part),
      "█".repeat(Math.round((barWidth / 2) * part)),
    ]);
  const apart = [
    ...(infeasible > 0 ? [`in ${infeasible} nothing keeps to the bounds`] : []),
    ...(stopped > 0 ? [`in ${stopped} time was up before the gap was proved`] : []),
  ];
  return [
    ...section({ title: `How often programmes are in the best plan of ${draws} draws of the inputs (seed ${seed})`, columns, rows }, page),
    ...(apart.length > 0 ? [paragraph(`Of the draws ${apart.join(", ")}.`, page.width)] : []),
  ];
}

function againstLines({ against, plan }: PlanReport, page: Page): string[] {
  if (against === null) return [];
  const told = (usd: { readonly low: number; readonly high: number } | null): string =>
    usd === null ? "unknown" : `${usdRange(usd.low, usd.high)} a year`;
  return [
    "",
    paragraph(
      `Beside the plan, which does not seek it: what ${plan.home} could keep from the market of ${plan.against} by patents is ${told(against.today.usd)} today, and ${told(against.withPlan)} ` +
        `if a patent of each programme were granted and in force there; licences unknown, so that it may be nothing.`,
      page.width,
    ),
  ];
}
