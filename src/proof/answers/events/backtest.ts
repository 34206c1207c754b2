import { setImmediate } from "node:timers/promises";
import { eventNames } from "../../../answers/shared/event-parties.ts";
import type { Evidence, Grade } from "../../../answers/shared/evidence.ts";
import { evidenceOf, weakest } from "../../../answers/shared/evidence-of.ts";
import type { ReadModel } from "../../../answers/shared/read-model.ts";
import { pick, present } from "../../../base/collections.ts";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { percentRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { periodOf } from "../../../base/period.ts";
import { listed } from "../../../base/words.ts";
import { type ActRow, type ActTotals, actTotals, type FullRow, references, withClimatology } from "../../measure/events/act-totals.ts";
import { backtestRow, type RowOutcome } from "../../measure/events/backtest.ts";
import { courseOutput } from "../../measure/events/course-output.ts";
import { endedBefore } from "../../measure/events/ended.ts";
import { givenStocks } from "../../measure/events/given-stock.ts";
import { modelKnownBefore } from "../../measure/events/known-before.ts";
import { knownParameters, type UsedFigure } from "../../measure/events/known-parameters.ts";
import type { Shock } from "../../measure/events/shock.ts";
import type { BacktestQuestion } from "../proof-questions.ts";
import { type BacktestReport, type EventRowReport, referenceNames, type ShockEvent } from "./backtest-report.ts";
import { bundledEvents } from "./bundled-events.ts";
import { type EventEntry, type EventReading, type EventRow, type ReadEvents, readEventText } from "./event-file.ts";
import { endsOf, shockOf } from "./event-shock.ts";
import { citationOf, eventDocuments } from "./event-sources.ts";
import { type CaseScoreData, scorePatentCases } from "./exclusion-cases.ts";

/** What the back-tests use beside the workspace. */
export interface BacktestParts {
  /** Cases about patents of the workspace, and published rates. */
  readonly cases: CaseScoreData;
  readonly effects: Pick<Effects, "progress" | "signal">;
}

const usualDraws = 10_000;
const usualSeed = 1;

/**
 * Predicts each event from what was known before it and scores the predictions. Throws LM_EVENTS_INVALID for a file that is none, LM_ATLAS_INVALID where a default is missing,
 * LM_INTERRUPTED.
 */
export async function answerBacktest(read: ReadModel, question: BacktestQuestion, parts: BacktestParts): Promise<BacktestReport> {
  const { draws = usualDraws, seed = usualSeed } = question;
  const files = (question.files ?? (await bundledEvents())).map(({ name, text }) => readEventText(name, text));
  requireDistinct(files);
  const all = files.flatMap(({ file, events }) => events.map((event) => ({ file, event })));
  const tested: TestedEvent[] = [];
  for (const { file, event } of all) {
    parts.effects.progress.report(tested.length, all.length, "back-tests");
    tested.push(await testEvent(read, file, event, { draws, seed, ...parts }));
  }
  const rows = withClimatology(tested.flatMap(({ scored }) => scored));
  const of = (kind: ActRow["kind"]) =>
    actTotals(
      rows.filter((row) => row.kind === kind),
      seed,
    );
  const totals = { all: actTotals(rows, seed), outages: of("outage"), measures: of("measure") };
  const shocks = tested.map(({ shock }) => shock);
  const events = tested.map((event) => {
    const past = [...new Set(endedBefore(shocks, event.shock.from).map(({ act }) => act))];
    return eventReport(
      event,
      rows.filter(({ event: id }) => id === event.shock.id),
      past,
      seed,
    );
  });
  const patentCases = scorePatentCases(read, parts.cases, []);
  return {
    question: "How far can the model be trusted, on shocks that happened?",
    finding: backtestFinding(events, totals),
    draws,
    seed,
    totals,
    events,
    patentCases,
    warnings: files.flatMap(({ file, notRead }) => notRead.map((place) => `${file}: ${place} is not read`)),
    evidence: evidence(read, tested),
  };
}

function requireDistinct(files: readonly ReadEvents[]): void {
  const seen = new Map<string, string>();
  for (const { file, events } of files) {
    for (const { id } of events) {
      const first = seen.get(id);
      if (first !== undefined) throw new LevermapError("LM_EVENTS_INVALID", `Event ${id} is in ${first} and in ${file}.`, { event: id });
      seen.set(id, file);
    }
  }
}

interface Run extends BacktestParts {
  readonly draws: number;
  readonly seed: number;
}

interface TestedEvent {
  readonly file: string;
  readonly entry: EventEntry;
  readonly shock: Shock;
  readonly technologies: ShockEvent["technologies"];
  /** In the order of the rows. */
  readonly outcomes: readonly RowOutcome[];
  readonly scored: readonly ScoredRow[];
  readonly parameters: ShockEvent["parameters"];
  /** Shares and places of making that its predictions read. */
  readonly figures: readonly UsedFigure[];
}

/** A scored row with its place in its event. */
interface ScoredRow extends ActRow {
  readonly event: string;
  readonly at: number;
}

async function testEvent(read: ReadModel, file: string, event: EventEntry, run: Run): Promise<TestedEvent> {
  const day = periodOf(String(event.date))!.start;
  const before = modelKnownBefore(read.map.rows, day, read.model.timeline);
  const names = eventNames(read, before.map.groups);
  const shock = shockOf(event, names);
  const stocks = givenStocks(shock, String(event.date));
  const model = stocks.length === 0 ? before : modelKnownBefore(read.map.rows, day, read.model.timeline, stocks);
  const known = knownParameters(model, run.seed, run.draws);
  const outcomes: RowOutcome[] = [];
  for (const row of shock.rows) {
    // Ctrl-C is heard between rows only.
    await setImmediate();
    run.effects.signal.throwIfAborted();
    outcomes.push(backtestRow({ known, shock, outputModel: courseOutput }, row));
  }
  const kind = shock.kind === "outage" ? "outage" : "measure";
  return {
    file,
    entry: event,
    shock,
    technologies: event.technologies.map((name) => ({ name, id: names.technology(name) })),
    outcomes,
    scored: outcomes.flatMap((outcome, at): readonly ScoredRow[] =>
      outcome.status === "scored" ? [{ event: shock.id, at, act: shock.act, kind, score: outcome.score }] : [],
    ),
    parameters: known.used().map((used) => ({ ...used, grade: used.grade as Grade })),
    figures: known.figures(),
  };
}

/**
 * @param scored its scored rows, with climatology
 * @param past acts that had ended before it
 */
function eventReport(tested: TestedEvent, scored: readonly (ScoredRow & FullRow)[], past: readonly string[], seed: number): ShockEvent {
  const { file, entry, shock, technologies, outcomes, parameters } = tested;
  const scores = new Map(scored.map(({ at, score }) => [at, score]));
  const rows = entry.measured.map((row, at) => rowReport(row, outcomes[at]!, scores.get(at) ?? null));
  const { announced = null, note = null } = entry;
  return {
    ...pick(shock, "id", "act"),
    file,
    ...pick(entry, "what", "kind"),
    announced: announced === null ? null : String(announced),
    date: String(entry.date),
    ...pick(entry, "senders", "targets"),
    technologies,
    note,
    rows,
    totals: actTotals(scored, seed),
    endedBefore: past,
    misses: missesOf(rows),
    parameters,
  };
}

function rowReport(row: EventRow, outcome: RowOutcome, score: EventRowReport["score"]): EventRowReport {
  const scored = outcome.status === "scored" ? outcome : null;
  const last = row.to ?? row.at;
  return {
    ...pick(row, "of", "what"),
    unit: String(row.unit),
    from: row.from ? shown(row.from) : null,
    last: last ? shown(last) : null,
    output: row.predict?.output ?? null,
    as: row.predict?.as ?? null,
    status: outcome.status,
    reason: outcome.status === "scored" ? null : outcome.reason,
    how: scored?.how ?? null,
    assumed: scored?.notes ?? [],
    over: (scored?.over ?? []).map((at) => ({ ...at, width: at.high - at.low })),
    score,
    source: row.source === undefined ? null : citationOf(row.source),
    note: row.note ?? null,
  };
}

const shown = ({ date, value }: EventReading) => ({ date: String(date), ...endsOf(value) });

/** The finding of the back-tests in plain words, bad news included. */
function backtestFinding(
  events: readonly ShockEvent[],
  { all, outages, measures }: Record<"all" | "outages" | "measures", ActTotals>,
): string {
  const { scored, hits, directionsRight, skill } = all;
  const rows = events.reduce((sum, event) => sum + event.rows.length, 0);
  if (scored === 0) return say("backtest.none-of-rows-of", { rows, events: events.length });
  const [better, worse] = [(value: number) => value > 0, (value: number) => value <= 0].map((is) =>
    references.filter((each) => skill[each] !== null && is(skill[each].value)).map((each) => referenceNames[each]),
  );
  const verdict = present(
    better!.length > 0 && say("backtest.better-than", { better: listed(better!) }),
    worse!.length > 0 && say("backtest.no-better-than", { worse: listed(worse!) }),
  ).join(", but ");
  const kinds =
    outages.scored > 0 && measures.scored > 0
      ? say("backtest.of-outages-of-measures", { hits: hitsOf(outages), hitsOther: hitsOf(measures) })
      : "";
  return `${say("backtest.of-measurements-lie-in", { hits: String(hits), scored: String(scored), should: String(should(scored)) })}${say("backtest.the-direction-is-right", { kinds, directionsRight: String(directionsRight), comparedWith: verdict === "" ? "compared with no reference" : verdict })}`;
}

/** How many of so many should lie in an interval of 80%. */
const should = (scored: number): number => Math.round(0.8 * scored);

const hitsOf = ({ hits, scored }: ActTotals): string =>
  say("backtest.of-do-where-about", { hits: String(hits), scored: String(scored), should: String(should(scored)) });

/** Every row outside its interval in one sentence. */
function missesOf(rows: readonly EventRowReport[]): readonly string[] {
  return rows.flatMap(({ of, what, last, score }) => {
    if (score === null || score.hit) return [];
    const { measuredLoss, predictedLoss, magnitude } = score;
    const side = magnitude > 0 ? "too much" : "too little";
    return [
      say("backtest.measured-a-loss-of", {
        ofIt: of,
        what,
        date: last?.date,
        low: percentRange(measuredLoss.low, measuredLoss.high),
        predictedLossLow: percentRange(predictedLoss.low, predictedLoss.high),
        side,
      }),
    ];
  });
}

/** Documents of the figures and parameters, and the sources of the rows of the files. */
function evidence(read: ReadModel, tested: readonly TestedEvent[]): Evidence {
  const used = tested.flatMap(({ parameters, figures }) => [...parameters, ...figures]);
  const base = evidenceOf(read, {
    grade: used.length > 0 ? weakest(used.map(({ grade }) => grade)) : "assumed",
    sources: used.map(({ source }) => source),
    rules: ["method:back-tests", "method:course"],
    limits: [
      "Shares, parameters and places count only if they were known by the day before the event: by the day of their document, with a year alone by its last day; a document without a date never counts. What needs what is as in the map of today.",
      "Defaults are one interval for each kind of supply or licence policy, the same for every event. They were written after these events, with some of them in view.",
      "Rushes before the effect, run-down of stock by importers, prices and cycle times are not in the predictions of trade.",
      "There are few events, so a skill over so few rows says little about the next one.",
    ],
  });
  const cited = tested.flatMap(({ entry }) =>
    entry.measured.flatMap(({ source }) => (source === undefined ? [] : [{ event: entry.id, source }])),
  );
  return { ...base, documents: [...base.documents, ...eventDocuments(read, cited)] };
}
