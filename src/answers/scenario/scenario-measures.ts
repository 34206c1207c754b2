import { dateOf, dayOf } from "../../base/days.ts";
import { actKey } from "../../leverage/acts/act-policy.ts";
import { membersOf, seatOf } from "../../leverage/members.ts";
import {
  type CapacityLoss,
  type Easing,
  repairOf,
  type Scenario,
  type SupplyMeasure,
  type Withheld,
  type WithheldItem,
} from "../../leverage/scenario/scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type CitedControl, citedControl } from "./scenario-control.ts";
import { invalidScenario, type ScenarioFile, type ScenarioMeasure } from "./scenario-file.ts";
import { overlaps, type ScenarioNames, scenarioNames } from "./scenario-parties.ts";

/** What a file says of a measure of one kind. */
type InFile<K extends keyof ScenarioMeasure> = NonNullable<ScenarioMeasure[K]>;

/** A measure of the supply side with what the atlas says of the control it cites. */
export interface NamedMeasure {
  readonly measure: SupplyMeasure;
  readonly control: CitedControl | null;
}

/** A scenario whose names are all found. */
export interface NamedScenario {
  readonly scenario: Scenario;
  readonly supply: readonly NamedMeasure[];
  readonly denials: readonly InFile<"patents">[];
}

/**
 * Finds the technologies, economies, organisations, plants and citations of a scenario. Throws LM_SCENARIO_INVALID that names each that the map
 * does not have, with those near in spelling.
 */
export function nameScenario(read: ReadModel, file: string, { measures, outsiders }: ScenarioFile): NamedScenario {
  const names = scenarioNames(read);
  const supply = withKeys(measures.flatMap((measure, i) => supplyMeasure(read, names, measure, `measure ${i + 1}`) ?? []));
  const denials = measures.flatMap(({ patents }) => patents ?? []);
  measures.forEach(({ patents }, i) => {
    if (patents?.technologies) names.technologies(patents.technologies, `measure ${i + 1}, patents, technologies`);
  });
  const acts = supply.flatMap(({ measure }) => (measure.kind === "capacity" ? [] : [measure]));
  const acting = acts.flatMap(({ senders }) => senders);
  const hit = supply.flatMap(({ measure }) => (measure.kind === "capacity" ? [measure.holder.economy, ...measure.apart] : []));
  const problems = [
    ...names.problems,
    ...overlaps(read, [...acts.flatMap(({ targets }) => targets), ...hit]),
    ...overlaps(read, acting),
    ...acts.flatMap(({ kind, senders, targets }) => [
      ...overlaps(read, [...senders, ...targets]),
      ...seatedAmong(read, senders, targets).map(
        (code) =>
          `${code} is seated in ${seatOf(read.model, code)}: what it would sell abroad stays there, which the model does not take in`,
      ),
      ...senders
        .filter((code) => targets.includes(code))
        .map((code) => `${code} cannot ${kind === "refuse" ? "refuse to buy" : "withhold"} from itself`),
    ]),
  ];
  if (problems.length > 0) throw invalidScenario(file, problems);
  return { scenario: { outsiders, measures: supply.map(({ measure }) => measure) }, supply, denials };
}

/** Firms that act on the economy, or the group, in which they are seated. */
const seatedAmong = ({ map, model }: ReadModel, senders: readonly string[], targets: readonly string[]): readonly string[] => {
  const places = new Set(targets.flatMap((code) => membersOf(model, code)));
  return senders.filter((code) => map.economyOf.has(code) && places.has(seatOf(model, code)));
};

/** Acts without a citation by their place, so that one that is asked alone draws what it draws in other questions; those of one name are one. */
function withKeys(supply: readonly NamedMeasure[]): readonly NamedMeasure[] {
  const places = new Map<string, number>();
  return supply.map((named) => {
    const { measure, control } = named;
    if (measure.kind === "capacity" || control !== null) return named;
    if (!places.has(measure.id)) places.set(measure.id, places.size);
    return { ...named, measure: { ...measure, id: actKey(places.get(measure.id)!), name: measure.id } };
  });
}

function supplyMeasure(
  read: ReadModel,
  names: ScenarioNames,
  { withhold, foundry, refuse, capacity }: ScenarioMeasure,
  place: string,
): NamedMeasure | null {
  if (withhold) return withholdMeasure(read, names, withhold, `${place}, withhold`);
  if (foundry) return foundryMeasure(read, names, foundry, `${place}, foundry`);
  if (refuse) return refuseMeasure(names, refuse, `${place}, refuse`);
  return capacity ? capacityMeasure(read, names, capacity, `${place}, capacity`) : null;
}

/** Easing by its days. One before the effect, or of a day that another has, is none. */
function easingOf(
  list: InFile<"withhold">["easing"],
  items: readonly WithheldItem[],
  names: ScenarioNames,
  place: string,
): readonly Easing[] {
  const first = firstOf(items);
  const wrong = (date: string, at: number): string | null => {
    if (items.length > 0 && dayOf(date)! < first) return `${date} is before the effect, ${dateOf(first)}`;
    return list.findIndex((other) => other.date === date) < at ? `two of ${date}` : null;
  };
  list.forEach(({ date, left }, at) => {
    const problem = wrong(date, at);
    if (problem !== null) names.problems.push(`${place}, easing ${at + 1}, date: ${problem}`);
    const tighter = list.find((other) => other.date < date && other.left < left);
    if (tighter)
      names.problems.push(`${place}, easing ${at + 1}, left: ${left} is more than the ${tighter.left} of ${tighter.date}, and no easing`);
  });
  return list
    .map(({ date, left, announced }) => ({ day: dayOf(date)!, left, announced: announced === undefined ? null : dayOf(announced) }))
    .sort((a, b) => a.day - b.day);
}

/** How an act goes on. An end that was announced must be given, by an easing to nothing or by the rule. */
function courseOfAct(
  file: Pick<InFile<"withhold">, "easing" | "leakage" | "end_announced" | "honours_contracts"> & {
    readonly reach?: boolean;
    readonly service?: boolean;
  },
  items: readonly WithheldItem[],
  names: ScenarioNames,
  place: string,
): Pick<Withheld, "reach" | "service" | "leakage" | "easing" | "endAnnounced" | "honoursContracts"> {
  const easing = easingOf(file.easing, items, names, place);
  const { reach = false, service = false, leakage = null, end_announced: endAnnounced, honours_contracts: honoursContracts } = file;
  const ends = easing.length > 0 ? easing.at(-1)!.left === 0 : items.length > 0 && items.every(({ until }) => until !== null);
  if (endAnnounced && !ends) names.problems.push(`${place}, end_announced: no easing to 0 gives the end`);
  return { reach, service, leakage, easing, endAnnounced, honoursContracts };
}

const firstOf = (items: readonly WithheldItem[]): number => Math.min(...items.map(({ from }) => from));

/** An announcement after the effect is none. */
function announcedOn(text: string | undefined, items: readonly WithheldItem[], names: ScenarioNames, place: string): number | null {
  if (text === undefined) return null;
  const first = firstOf(items);
  if (dayOf(text)! <= first) return dayOf(text);
  names.problems.push(`${place}, announced: ${text} is after the effect, ${dateOf(first)}`);
  return null;
}

function withholdMeasure(read: ReadModel, names: ScenarioNames, file: InFile<"withhold">, place: string): NamedMeasure | null {
  const cited = file.control === undefined ? null : citedControl(read, file.control, file);
  if (typeof cited === "string") {
    names.problems.push(`${place}, control: ${cited}`);
    return null;
  }
  const senders = names.parties(file.senders ?? cited?.issuers ?? [], `${place}, senders`);
  const targets = names.parties(file.targets ?? cited?.targets ?? [], `${place}, targets`, true);
  const technologies = file.technologies && names.technologies(file.technologies, `${place}, technologies`);
  const items = technologies ? technologies.map((technology) => itemOf(technology, file, cited)) : (cited?.items ?? []);
  const announced =
    file.announced === undefined ? beforeAll(cited?.announced ?? null, items) : announcedOn(file.announced, items, names, place);
  const id = cited?.citation ?? actName(senders, targets, items);
  const measure: Withheld = { kind: "withhold", id, senders, targets, items, announced, ...courseOfAct(file, items, names, place) };
  return { measure, control: cited };
}

/** Names an act without a citation by who acts on whom and when. */
const actName = (senders: readonly string[], targets: readonly string[], items: readonly WithheldItem[]): string =>
  [senders.join(" and "), "on", targets.join(" and "), ...(items.length > 0 ? [dateOf(firstOf(items))] : [])].join(" ");

const beforeAll = (day: number | null, items: readonly WithheldItem[]): number | null =>
  day !== null && items.every(({ from }) => day <= from) ? day : null;

/** A technology that the file names: what the file says, then what the control says of it. */
function itemOf(technology: number, { class: given, from }: InFile<"withhold">, cited: CitedControl | null): WithheldItem {
  const row = cited?.items.find((item) => item.technology === technology);
  const start = from === undefined ? (row?.from ?? cited?.items[0]?.from) : dayOf(from);
  return { technology, class: given ?? row?.class ?? "ban", from: start!, until: row?.until ?? null, reachOnly: false };
}

function foundryMeasure(read: ReadModel, names: ScenarioNames, file: InFile<"foundry">, place: string): NamedMeasure {
  const technologies = nodeClasses(read, file.node);
  if (technologies.length === 0) names.problems.push(`${place}, node: the atlas has no foundry service at ${file.node} nm or finer`);
  const items = technologies.map(
    (technology): WithheldItem => ({ technology, class: file.class ?? "ban", from: dayOf(file.from)!, until: null, reachOnly: false }),
  );
  const senders = names.parties(file.senders, `${place}, senders`);
  const targets = names.parties(file.targets, `${place}, targets`, true);
  const measure: Withheld = {
    kind: "foundry",
    id: actName(senders, targets, items),
    senders,
    targets,
    items,
    announced: items.length > 0 ? announcedOn(file.announced, items, names, place) : null,
    ...courseOfAct(file, items, names, place),
  };
  return { measure, control: null };
}

/** A ban by those who buy: no rule reaches what others make, and nobody joins it. */
function refuseMeasure(names: ScenarioNames, file: InFile<"refuse">, place: string): NamedMeasure {
  const senders = names.parties(file.sellers, `${place}, sellers`);
  const targets = names.parties(file.buyers, `${place}, buyers`);
  const items = names
    .technologies(file.technologies, `${place}, technologies`)
    .map((technology): WithheldItem => ({ technology, class: "ban", from: dayOf(file.from)!, until: null, reachOnly: false }));
  const announced = announcedOn(file.announced, items, names, place);
  const id = actName(targets, senders, items);
  const measure: Withheld = { kind: "refuse", id, senders, targets, items, announced, ...courseOfAct(file, items, names, place) };
  return { measure, control: null };
}

/** Foundry services that a threshold takes: each class whose finest node is this or finer. */
function nodeClasses({ map }: ReadModel, node: number): readonly number[] {
  const rows = map.rows.parameter.filter(({ parameter, low }) => parameter === "node" && low !== null && low <= node);
  return [...new Set(rows.flatMap(({ technology }) => map.indexOf.get(technology) ?? []))];
}

function capacityMeasure({ map }: ReadModel, names: ScenarioNames, file: InFile<"capacity">, place: string): NamedMeasure | null {
  const held = names.holder(file.of, `${place}, of`);
  const wanted = file.technologies ?? (held?.makes ? [held.makes] : []);
  if (held && wanted.length === 0) names.problems.push(`${place}: needs \`technologies\``);
  const technologies = names.technologies(wanted, `${place}, technologies`);
  if (!held) return null;
  const of = { cause: file.cause ?? null, from: dayOf(file.from)! };
  const measure: CapacityLoss = {
    kind: "capacity",
    holder: held.holder,
    technologies,
    lost: file.lost,
    ...of,
    ...(file.total ? { repair: null, repairAssumed: false } : repairOf(map, of, file.repair)),
    spoiled: file.spoiled ?? null,
    apart: names.parties(file.apart, `${place}, apart`),
  };
  return { measure, control: null };
}
