import type { PlannedMeasure, ScenarioPlan } from "../../answers/scenario/simulate-report.ts";
import { untoldPartWords } from "../../answers/scenario/untold-part-words.ts";
import { counted, percent, percentRange } from "../../base/format.ts";
import { capital, listed, lowered, spaced } from "../../base/words.ts";
import { list } from "../blocks.ts";
import type { Block, ListBlock } from "../view.ts";
import { reachedWords } from "./firms-reached.ts";

type Planned = Pick<ScenarioPlan, "measures" | "patents" | "untold" | "untoldParts">;

/** Measures that are listed without the details. */
const mostListed = 3;

/** What is done: the first measures in a sentence each, and of the rest how many. */
export function shortMeasures(planned: Planned): ListBlock {
  const all = measureItems(planned, shortWords);
  const rest = all.length - mostListed;
  return list("What is done", rest > 1 ? [...all.slice(0, mostListed), `${counted(rest, "further measure")}: --details`] : all);
}

/** All that is done, the firms that it reaches, and what is not known of it. */
export function allMeasures(planned: Planned): readonly Block[] {
  const lists: readonly ListBlock[] = [
    list("All measures", measureItems(planned, measureWords)),
    list("Firms reached", reachedWords(planned.measures)),
    list("Unknown about those hit", [
      ...planned.untold.map((code) => `No source says which chips ${code} makes, so its own loss is unknown.`),
      ...planned.untoldParts.map(untoldPartWords),
    ]),
  ];
  return lists.filter(({ items }) => items.length > 0);
}

const measureItems = ({ measures, patents }: Planned, words: (measure: PlannedMeasure) => string): readonly string[] => [
  ...measures.map(words),
  ...patents.map(({ holders, jurisdictions, technologies, from }) => {
    const refuse = holders.length === 1 ? "refuses" : "refuse";
    const of = technologies ? ` (${technologies.join(", ")})` : "";
    return `${listed(holders)} ${refuse} all patent licences in ${listed(jurisdictions)}${of} from ${from}`;
  }),
];

/** The days on which it begins, in order. */
const daysOf = ({ technologies }: PlannedMeasure): readonly string[] => [...new Set(technologies.map(({ from }) => from))].sort();

function shortWords(measure: PlannedMeasure): string {
  const { kind, technologies } = measure;
  if (kind === "capacity") return capacityWords(measure);
  const [senders, targets] = [measure.senders, measure.targets].map((codes) => codes.map((code) => measure.names[code] ?? code)) as [
    string[],
    string[],
  ];
  const [first, ...later] = daysOf(measure);
  const what = counted(technologies.length, "technology", "technologies");
  const [who, does, whom] =
    kind === "refuse" ? [targets, ["refuses to buy", "refuse to buy"], senders] : [senders, ["withholds", "withhold"], targets];
  return `${capital(listed(who))} ${does[who.length === 1 ? 0 : 1]} ${what} from ${listed(whom)} from ${first}${later.length > 0 ? " on" : ""}`;
}

function measureWords(measure: PlannedMeasure): string {
  const { technologies, control, announced, easing, reach, service } = measure;
  if (measure.kind === "capacity") return capacityWords(measure);
  const classes = [...new Set(technologies.flatMap((each) => each.class ?? []))].map(spaced).join(", ");
  return [
    `${shortWords(measure)} (${classes})`,
    ...(control ? [`by ${control.citation}`] : []),
    ...(announced === null ? [] : [`announced ${announced}`]),
    ...(daysOf(measure).length > 1 ? [`begins ${daysOf(measure).join(", ")}`] : []),
    ...easing.map(({ date, left }) => `${percent(left)} of it left from ${date}`),
    ...(reach || measure.kind === "refuse" ? [] : ["no rule reaches what others make"]),
    ...(service ? ["service is withheld too"] : []),
  ].join("; ");
}

function capacityWords(measure: PlannedMeasure): string {
  const { holder, names, lost, spoiled, technologies } = measure;
  const what = listed(technologies.map(({ name }) => lowered(name)));
  const batches = spoiled ? ` and ${percentRange(spoiled[0], spoiled[1])} of a month's output in spoiled batches` : "";
  const repair = repairWords(measure);
  return `${capital(names[holder!] ?? holder!)} loses ${percentRange(lost![0], lost![1])} of its capacity for ${what}${batches} from ${daysOf(measure).join(", ")}, ${repair}`;
}

function repairWords({ cause, repairMonths, repairAssumed }: PlannedMeasure): string {
  if (repairMonths === null) return "for good";
  const earlier = cause === null ? "earlier plant outages" : `earlier plant outages, by ${cause} where enough are known`;
  return `back after ${repairMonths[0]} to ${repairMonths[1]} months${repairAssumed ? ` (from ${earlier})` : ""}`;
}
