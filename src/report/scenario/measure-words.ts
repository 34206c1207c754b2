import type { PlannedMeasure, ScenarioPlan } from "../../answers/scenario/simulate-report.ts";
import { untoldPartWords } from "../../answers/scenario/untold-part-words.ts";
import { counted, percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
      ...planned.untold.map((code) => say("measure-words.no-source-says-which", { code })),
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
    return say("measure-words.all-patent-licences-in", {
      holders: listed(holders),
      refuse,
      jurisdictions: listed(jurisdictions),
      ofIt: of,
      from,
    });
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
  return say("measure-words.from-from", {
    who: capital(listed(who)),
    does: does[who.length === 1 ? 0 : 1],
    what,
    whom: listed(whom),
    first,
    later: later.length > 0 ? " on" : "",
  });
}

function measureWords(measure: PlannedMeasure): string {
  const { technologies, control, announced, easing, reach, service } = measure;
  if (measure.kind === "capacity") return capacityWords(measure);
  const classes = [...new Set(technologies.flatMap((each) => each.class ?? []))].map(spaced).join(", ");
  return [
    `${shortWords(measure)} (${classes})`,
    ...(control ? [say("measure-words.by", { citation: control.citation })] : []),
    ...(announced === null ? [] : [say("measure-words.announced", { announced })]),
    ...(daysOf(measure).length > 1 ? [say("measure-words.begins", { days: daysOf(measure).join(", ") })] : []),
    ...easing.map(({ date, left }) => say("measure-words.of-it-left-from", { left: percent(left), date })),
    ...(reach || measure.kind === "refuse" ? [] : ["no rule reaches what others make"]),
    ...(service ? ["service is withheld too"] : []),
  ].join("; ");
}

function capacityWords(measure: PlannedMeasure): string {
  const { holder, names, lost, spoiled, technologies } = measure;
  const what = listed(technologies.map(({ name }) => lowered(name)));
  const batches = spoiled ? say("measure-words.and-of-a-months", { spoiled: percentRange(spoiled[0], spoiled[1]) }) : "";
  const repair = repairWords(measure);
  return say("measure-words.loses-of-its-capacity", {
    names: capital(names[holder!] ?? holder!),
    lost: percentRange(lost![0], lost![1]),
    what,
    batches,
    days: daysOf(measure).join(", "),
    repair,
  });
}

function repairWords({ cause, repairMonths, repairAssumed }: PlannedMeasure): string {
  if (repairMonths === null) return "for good";
  const earlier = cause === null ? "earlier plant outages" : say("measure-words.earlier-plant-outages-by", { cause });
  return say("measure-words.back-after-to-months", {
    repairMonths: String(repairMonths[0]),
    repairMonthsOther: String(repairMonths[1]),
    repairAssumed: repairAssumed ? say("measure-words.from", { earlier }) : "",
  });
}
