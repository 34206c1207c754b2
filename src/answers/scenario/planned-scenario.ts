import { dateOf } from "../../base/days.ts";
import { listed } from "../../base/words.ts";
import type { PlantsOf } from "../../leverage/course/parties.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { drawnParameters } from "../../leverage/draw/inputs.ts";
import { membersOf, seatOf, slotsOf } from "../../leverage/members.ts";
import { createParameterLookup, createUserLookup, type UserParameter, userParameters } from "../../leverage/parameters.ts";
import { withheldFrom } from "../../leverage/reach.ts";
import { repairEnds } from "../../leverage/repair.ts";
import { type AskedTechnology, type CompiledScenario, compileScenario } from "../../leverage/scenario/compile-scenario.ts";
import { type SupplyMeasure, worldCode } from "../../leverage/scenario/scenario.ts";
import { namesOf, targetsOf } from "../../leverage/scenario/scenario-parties.ts";
import type { AskedFile } from "../shared/asked-file.ts";
import { makingGap } from "../shared/making-gap.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { tradedIn } from "../supply/imports.ts";
import type { ScenarioFile } from "./scenario-file.ts";
import { type NamedScenario, nameScenario } from "./scenario-measures.ts";
import type { DenialInScenario, PlannedMeasure, PlannedTechnology, ScenarioHead, ScenarioPlan } from "./simulate-report.ts";
import { untoldParts } from "./untold-parts.ts";

export type AskedScenario = AskedFile<ScenarioFile>;

/** A scenario whose names are found and whose measures are compiled. */
export interface PlannedScenario {
  readonly head: ScenarioHead;
  readonly dayNotUsed: string | null;
  readonly named: NamedScenario;
  /** `null`: nothing acts on supply. */
  readonly compiled: CompiledScenario | null;
  readonly measures: readonly PlannedMeasure[];
}

/** Finds the names of a scenario and compiles it. Throws LM_SCENARIO_INVALID. `read`: as of the day of the scenario. */
export function planScenario(read: ReadModel, { id, place, file, dayNotUsed }: AskedScenario): PlannedScenario {
  const named = nameScenario(read, place, file);
  const compiled = named.supply.length > 0 ? compileScenario(read.withholding, named.scenario, tradedIn(read), plantsIn(read)) : null;
  const { name, about, outsiders, sources } = file;
  return {
    head: { id, name, about: about?.trim() ?? null, asOf: read.map.asOf, outsiders, sources },
    dayNotUsed,
    named,
    compiled,
    measures: compiled ? named.supply.map((_, i) => plannedMeasure(read, named, compiled, i)) : [],
  };
}

/** Technologies that the plants of a firm make which the atlas lists. */
const plantsIn =
  ({ plants, map }: ReadModel): PlantsOf =>
  (firm) => [...new Set(plants.flatMap(({ owner, technology }) => (owner === firm ? (map.indexOf.get(technology) ?? []) : [])))];

function plannedMeasure(read: ReadModel, named: NamedScenario, compiled: CompiledScenario, index: number): PlannedMeasure {
  const { measure, control } = named.supply[index]!;
  const technologies = compiled.asked
    .filter((asked) => asked.measure === index)
    .map((asked) => plannedTechnology(read, measure, compiled, asked));
  const parties = measure.kind === "capacity" ? [measure.holder.id] : measure.senders;
  const providers = technologies.flatMap(({ reaches, notReached }) => [...reaches, ...notReached].map(({ provider }) => provider));
  const names = {
    ...Object.fromEntries(providers.map((code) => [code, partyName(read, code)])),
    ...Object.fromEntries(parties.map((code) => [code, partyName(read, code)])),
    ...Object.fromEntries((measure.kind === "capacity" ? [] : measure.targets).map((code) => [code, targetName(read, compiled, code)])),
  };
  const common = { kind: measure.kind, technologies, names, control: control && { citation: control.citation, title: control.title } };
  if (measure.kind === "capacity") {
    const { holder, lost, cause, repair, repairAssumed, spoiled } = measure;
    const repairMonths = repair && repairEnds(repair);
    const targets = compiled.targets.map(({ code }) => code);
    return { ...common, ...noAct, targets, holder: holder.id, lost, cause, repairMonths, repairAssumed, spoiled };
  }
  const { senders, targets, reach, service } = measure;
  const announced = measure.announced === null ? null : dateOf(measure.announced);
  const easing = measure.easing.map(({ day, left }) => ({ date: dateOf(day), left }));
  return { ...common, ...noLoss, senders, targets, announced, easing, reach, service };
}

const noAct = { senders: [], announced: null, easing: [], reach: null, service: null } as const;
const noLoss = { holder: null, lost: null, cause: null, repairMonths: null, repairAssumed: null, spoiled: null } as const;

function plannedTechnology(
  read: ReadModel,
  measure: SupplyMeasure,
  compiled: CompiledScenario,
  asked: CompiledScenario["asked"][number],
): PlannedTechnology {
  const { map, model } = read;
  const technology = map.technologies[asked.technology]!;
  const lookup = createParameterLookup(map);
  const found = drawnParameters.flatMap((name) => lookup(technology, name)?.row ?? []);
  const userLookup = createUserLookup(map);
  const hit = targetsOf(model, measure, compiled.targets).map((k) => compiled.targets[k]!.code);
  const isTold = (name: UserParameter) => (code: string) => userLookup(technology, name, code) !== null;
  const ofSome = userParameters.filter((name) => hit.some(isTold(name)));
  const ofAll: readonly string[] = ofSome.filter((name) => hit.every(isTold(name)));
  const item = measure.kind === "capacity" ? null : (measure.items.find(({ technology: t }) => t === asked.technology) ?? null);
  const supply = technology.supply;
  return {
    technology: technology.id,
    name: technology.name,
    class: item?.class ?? null,
    from: dateOf(measure.kind === "capacity" ? measure.from : item!.from),
    state: stateOf(measure, asked),
    partUnknown: asked.unknownFirms.length > 0 || asked.unnamed.length > 0,
    partDrawn: asked.partDrawn,
    through: asked.seeds.map((t) => map.technologies[t]!.id),
    ...reachedFirms(read, measure, asked),
    shares: supply && { basis: supply.basis, year: supply.year, unknown: supply.unknown },
    published: [...new Set([...found.filter((row) => "grade" in row).map(({ parameter }) => parameter), ...ofSome])],
    assumed: found.flatMap((row) => ("grade" in row || ofAll.includes(row.parameter) ? [] : [row.parameter])),
    ...marketOf(map, asked),
    withheldSince:
      measure.kind === "capacity"
        ? []
        : compiled.targets
            .filter(({ code, ownsRest }) => measure.targets.includes(code) && !ownsRest)
            .flatMap((target) =>
              (withheldFrom(model, namesOf(model, target)).get(asked.technology) ?? [])
                .filter(({ since }) => since === null || since < dateOf(item!.from))
                .map(({ issuer, class: of, since, citation }) => ({ target: target.code, issuer, class: of, since, citation })),
            ),
  };
}

/** Whether a market of what is run for it is unpublished; that of the family, where varieties are run for it, is more. */
function marketOf(map: ReadModel["map"], { technology, seeds }: AskedTechnology): Pick<PlannedTechnology, "marketKnown" | "familyMarket"> {
  const lookup = createParameterLookup(map);
  const sizeOf = (t: number) => lookup(map.technologies[t]!, "market-size");
  const marketKnown = (seeds.length > 0 ? seeds : [technology]).every((t) => sizeOf(t) !== null);
  const family = marketKnown ? null : sizeOf(technology);
  return { marketKnown, familyMarket: family && { low: family.ends[0] * 1e9, high: family.ends[2] * 1e9 } };
}

/** Where no figure is their own of who acts, and of who loses capacity, of which they have some, it is not nothing but unknown. */
function stateOf(
  { kind }: SupplyMeasure,
  { seeds, stopped, unknownFirms, unnamed }: CompiledScenario["asked"][number],
): PlannedTechnology["state"] {
  if (stopped.length > 0) return "modelled";
  return seeds.length === 0 || kind === "capacity" || unknownFirms.length > 0 || unnamed.length > 0 ? "shares unknown" : "not held";
}

/** How a target is called: `everybody else` where others are listed beside the world. */
export function targetName(read: ReadModel, { targets, senders }: CompiledScenario, code: string): string {
  if (code !== worldCode) return partyName(read, code);
  return targets.length > 1 || senders.length === 0
    ? "everybody else"
    : `all but ${listed(senders.map((sender) => partyName(read, sender)))}`;
}

export const partyName = (read: ReadModel, code: string): string => read.organisations.get(code)?.name ?? economyName(read, code);

export function partyKind(read: ReadModel, code: string): ScenarioPlan["targets"][number]["kind"] {
  if (code === worldCode) return "world";
  if (read.map.economyOf.has(code)) return "organisation";
  return read.map.groups.has(code) ? "group" : "economy";
}

/** What plan and report have in common. */
export function planParts(read: ReadModel, { head, named, measures, compiled }: PlannedScenario, patents: readonly DenialInScenario[]) {
  return {
    scenario: head,
    start: compiled && dateOf(compiled.start),
    horizons: [...horizons],
    measures,
    patents,
    untold: (compiled?.untold ?? []).filter((code) => makingGap(read, code) !== "makes-nothing"),
    untoldParts: untoldParts(read, named.scenario.measures, compiled?.asked ?? []),
  };
}

/** Documents of the controls that measures cite. */
export const measureSources = ({ named }: PlannedScenario): readonly string[] =>
  named.supply.flatMap(({ control }) => control?.sources ?? []);

type Reached = Pick<PlannedTechnology, "reaches" | "notReached">;

/** What rules of those who act reach of others' supply, and where they reach none: each with the firms whose plants there the atlas lists. */
function reachedFirms(read: ReadModel, measure: SupplyMeasure, { seeds, reached }: AskedTechnology): Reached {
  const { model } = read;
  const ids = new Set(seeds.map((t) => read.map.technologies[t]!.id));
  const firmsIn = (economy: string): readonly string[] => [
    ...new Set(
      read.plants.flatMap(({ owner, economy: place, technology }) =>
        place === economy && ids.has(technology) ? [read.organisations.get(owner)?.name ?? owner] : [],
      ),
    ),
  ];
  const reaches = reached.map((each) => ({ ...each, firms: firmsIn(each.provider) }));
  if (measure.kind === "capacity" || !measure.reach) return { reaches, notReached: [] };
  const parties = new Set([...measure.senders, ...measure.targets].flatMap((code) => membersOf(model, seatOf(model, code))));
  const others = model.economies.filter(
    (economy) =>
      !parties.has(economy) &&
      reached.every(({ provider }) => provider !== economy) &&
      seeds.some((t) => slotsOf(model, [economy], t).length > 0),
  );
  return {
    reaches,
    notReached: others.map((provider) => ({ provider, firms: firmsIn(provider) })).filter(({ firms }) => firms.length > 0),
  };
}
