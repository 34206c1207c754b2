import { reachedWords } from "../../answers/scenario/reached-firms.ts";
import type { PlannedMeasure, PlannedTechnology, ScenarioList, ScenarioPlan } from "../../answers/scenario/simulate-report.ts";
import { untoldPartWords } from "../../answers/scenario/untold-parts.ts";
import { outsiderWords } from "../../answers/shared/outsider-words.ts";
import { counted, percent, percentRange, usdRange } from "../../base/format.ts";
import { listed, lowered, spaced } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

/** What would be run, measure by measure, and on which figures. */
export function scenarioPlanText(plan: ScenarioPlan, page: Page): string {
  const { style, width } = page;
  const { scenario, targets, followers } = plan;
  return [
    style.strong(paragraph(`${scenario.name}: ${plan.finding}`, width)),
    ...(scenario.about ? [paragraph(scenario.about, width)] : []),
    paragraph(
      `As known on ${scenario.asOf}; ${outsiderWords[scenario.outsiders]}.${followers.length > 0 ? ` These join: ${followers.join(", ")}.` : ""}`,
      width,
    ),
    "",
    ...measureLines(plan, page),
    ...plan.measures.flatMap((measure, i) => technologyLines(measure, i, page)),
    ...section(
      {
        title: "Told of",
        columns: [{ title: "target" }, { title: "kind" }, { title: "what it makes" }],
        rows: targets.map(({ name, kind, gap }) => [name, kind, makingWords[gap ?? "known"]]),
      },
      page,
    ),
    "",
    ...plan.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    paragraph(sourcesLine(plan.evidence), width),
  ].join("\n");
}

const makingWords = {
  known: "known",
  "value-unknown": "known, its value not",
  "making-unknown": "unknown",
  "makes-nothing": "no final product",
  firm: "what others make for it",
} as const;

/** Each measure in a line or two. */
export function measureLines(
  { measures, patents, untold, untoldParts }: Pick<ScenarioPlan, "measures" | "patents" | "untold" | "untoldParts">,
  { width }: Page,
): string[] {
  return [
    ...measures.flatMap((measure) =>
      [measureWords(measure), ...reachedWords(measure)].map((words) => paragraph(`- ${words}`, width, "  ")),
    ),
    ...patents.map(({ holders, jurisdictions, technologies, from }) =>
      paragraph(
        `- ${listed(holders)} ${holders.length === 1 ? "licenses" : "license"} nobody in ${listed(jurisdictions)}${technologies ? ` (${technologies.join(", ")})` : ""} from ${from}`,
        width,
        "  ",
      ),
    ),
    ...untold.map((code) => paragraph(`- No source says which chips ${code} makes; what it loses itself is not told.`, width, "  ")),
    ...untoldParts.map((part) => paragraph(`- ${untoldPartWords(part)}`, width, "  ")),
  ];
}

function measureWords({
  kind,
  senders,
  targets,
  holder,
  control,
  announced,
  easing,
  reach,
  service,
  lost,
  repairMonths,
  repairAssumed,
  technologies,
}: PlannedMeasure): string {
  const from = [...new Set(technologies.map((each) => each.from))].sort();
  const what = counted(technologies.length, "technology", "technologies");
  if (kind === "capacity") {
    const repair = `back after ${repairMonths![0]} to ${repairMonths![1]} months${repairAssumed ? ", as plants that were hit before" : ""}`;
    return `${holder} loses ${percentRange(lost![0], lost![1])} of its capacity for ${listed(technologies.map(({ name }) => lowered(name)))} from ${from.join(", ")}, ${repair}`;
  }
  const classes = [...new Set(technologies.flatMap((each) => each.class ?? []))].map(spaced);
  const by = control ? ` by ${control.citation}` : "";
  const known = announced === null ? "" : `, announced ${announced}`;
  const eased = easing.map(({ date, left }) => `; ${percent(left)} of it left from ${date}`).join("");
  const means = [...(reach ? [] : ["no rule reaches what others make"]), ...(service ? ["service too"] : [])];
  return `${listed(senders)} to ${listed(targets)}${by}: ${what} (${classes.join(", ")}) from ${from.join(", ")}${known}${eased}${means.length > 0 ? `; ${means.join("; ")}` : ""}`;
}

const states = {
  modelled: "",
  "not held": "nobody who acts holds or reaches any",
  "shares unknown": "no share of those who act is known: not in the figures",
} as const;

function technologyLines({ technologies }: PlannedMeasure, index: number, page: Page): string[] {
  const columns = [
    { title: "technology", flexible: true },
    { title: "class" },
    { title: "from" },
    { title: "shares" },
    { title: "reach", flexible: true },
    { title: "known and assumed", flexible: true },
  ];
  const rows = technologies.map((each) => [
    each.name,
    each.class === null ? "outage" : spaced(each.class),
    each.from,
    sharesOf(each),
    reachOf(each),
    figuresOf(each),
  ]);
  return section({ title: `Measure ${index + 1}`, columns, rows }, page);
}

const sharesOf = ({ shares, through, technology }: PlannedTechnology): string => {
  if (through.length > 0 && !through.includes(technology)) return `through ${through.length} varieties`;
  return shares === null ? "unknown" : `${shares.basis}${shares.year === null ? "" : ` ${shares.year}`}`;
};

const reachOf = ({ reaches, state }: PlannedTechnology): string =>
  states[state] ||
  reaches.map(({ sender, provider, low, high }) => `${sender} reaches ${percentRange(low, high)} of ${provider}`).join("; ");

const figuresOf = ({ published, assumed, marketKnown, familyMarket, withheldSince }: PlannedTechnology): string =>
  [
    published.length > 0 ? `sourced: ${published.join(", ")}` : "",
    `${assumed.length} assumed`,
    marketKnown
      ? "market known"
      : `market unknown${familyMarket ? `, at most that of the family, ${usdRange(familyMarket.low, familyMarket.high)}` : ""}`,
    ...withheldSince.map(({ issuer, since }) => `withheld by ${issuer} since ${since ?? "a day not known"}`),
  ]
    .filter((each) => each !== "")
    .join("; ");

/** The ready scenarios. */
export function scenarioListText({ scenarios }: ScenarioList, page: Page): string {
  const columns = [{ title: "scenario" }, { title: "from" }, { title: "measures" }, { title: "name", flexible: true }];
  const rows = scenarios.map(({ id, from, kinds, name }) => [id, from ?? "", kinds.join(", "), name]);
  return [
    table(columns, rows, page),
    "",
    paragraph("Run one with `levermap simulate NAME`; --dry-run says what would be run.", page.width),
  ].join("\n");
}
