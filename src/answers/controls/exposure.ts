import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { said } from "../../base/words.ts";
import { createHarmoniser } from "../../link/harmonise.ts";
import { parseName } from "../../link/name-parse.ts";
import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import type { Csr } from "../../measure/supply/topology.ts";
import type { AtlasParties } from "../../screen/atlas-names.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import type { ListRow } from "../../screen/read-lists.ts";
import { ruleState } from "../../screen/rules/state.ts";
import type { Rule, RuleTimeline } from "../../screen/rules/timeline.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { type ControlData, controlEvidence, listTables, organisationTables } from "../screen/control-data.ts";
import type { ListsOn } from "../screen/lists-on.ts";
import { standingLine } from "../screen/screen-hit.ts";
import { weakest } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ExposureQuestion } from "./control-questions.ts";
import { findRule } from "./controls-diff.ts";
import { type ChainLine, type ExposedParty, type ExposureReport, mostDepth, type Touched, usualDepth } from "./controls-report.ts";
import { dealings, type Linked } from "./exposure-links.ts";
import { byTechnology, dealtInBy, keptFrom, touchedByRule } from "./exposure-touched.ts";

const revived = "suspension ended unless extended";

/** Which technologies a party or a rule touches, and who deals in them. Throws LM_PARTY_UNKNOWN, and LM_USAGE for a depth that is not valid. */
export async function answerExposure(
  read: ReadModel,
  data: ControlData,
  { target, depth = usualDepth }: ExposureQuestion,
): Promise<ExposureReport> {
  if (!Number.isInteger(depth) || depth < 0 || depth > mostDepth)
    throw new LevermapError("LM_USAGE", `The depth is a whole number from 0 to ${mostDepth}, not ${depth}.`, { depth });
  const timeline = await data.timeline();
  const rule = findRule(timeline.rules, target);
  const subject = rule === null ? await partySubject(read, data, target) : await ruleSubject(read, data, rule, timeline);
  const touched = byTechnology(read, subject.links);
  const chain = chainOf(read, touched, depth);
  const used = [...touched, ...chain.flatMap(({ organisations }) => organisations)].flatMap(({ links }) => links);
  return {
    query: target,
    asOf: read.map.asOf,
    kind: rule === null ? "party" : "rule",
    ...pick(subject, "rule", "organisation"),
    finding: finding(subject, touched, read.map.asOf),
    parties: subject.parties,
    touched,
    depth,
    chain,
    evidence: await controlEvidence(data, {
      tables: [...listTables, ...organisationTables, "withheld", "reach", "share", "plant", "requirement", "family_member", "group_member"],
      rules: ["method:exposure-to-controls", ...new Set(used.map((link) => `link:${link.rule}`))],
      sources: used.map(({ source }) => source),
      grade: weakest(["derived", ...used.map(({ grade }) => grade)]),
      limits: said(
        "Only loaded controls, shares, plants and needs are counted. What is not linked here is not thereby free.",
        "A control on an economy, a group or everyone counts for every party in it. Exempted parties and granted licences are unknown.",
        used.some(({ state }) => state === revived) &&
          "Some controls had a suspension that has ended. They are in force again unless it was extended, which is unknown.",
        "An organisation counts as dealing in a technology if a row gives it a share or a plant, or names it as a maker. Others may too.",
      ),
    }),
  };
}

interface Subject extends Pick<ExposureReport, "rule" | "organisation" | "parties"> {
  readonly name: string;
  readonly links: readonly Linked[];
}

async function ruleSubject(read: ReadModel, data: ControlData, rule: Rule, timeline: RuleTimeline): Promise<Subject> {
  const facts = pick(rule, "id", "issuer", "title", "citation", "published", "effective");
  const parties = await listedBy(data, rule, read.map.asOf);
  const organisations = new Set(parties.flatMap(({ organisation }) => organisation ?? []));
  return {
    name: say("exposure.rule", { id: rule.id }),
    rule: { ...facts, state: ruleState(rule, timeline, read.map.asOf).state },
    organisation: null,
    parties,
    links: [...touchedByRule(read, rule), ...[...organisations].flatMap((organisation) => dealtInBy(read, organisation))],
  };
}

/** The rows that a rule added to lists; none where no list is loaded. */
async function listedBy(data: ControlData, { id }: Rule, day: string): Promise<readonly ExposedParty[]> {
  const lists = await data.lists();
  if (lists === null) return [];
  const added = lists.parties.filter(({ effectiveBy }) => effectiveBy === id);
  return exposedParties(added, await lists.on({ day, by: "effective" }), await lists.atlas());
}

async function partySubject(read: ReadModel, data: ControlData, target: string): Promise<Subject> {
  const lists = await data.lists();
  const atlas = lists === null ? null : await lists.atlas();
  const entry = lists?.parties.find((row) => row.entry === target || decidedEntry(row.entry) === target);
  const id = entry === undefined ? organisationOf(read, target) : (atlas?.byEntry.get(entry.entry)?.organisation ?? null);
  if (id === null && entry === undefined) throw unknownParty(target);
  const organisation = id === null ? undefined : read.organisations.get(id);
  const rows =
    lists?.parties.filter((row) => row.entry === entry?.entry || (id !== null && atlas?.byEntry.get(row.entry)?.organisation === id)) ?? [];
  const parties =
    lists === null || atlas === null ? [] : exposedParties(rows, await lists.on({ day: read.map.asOf, by: "effective" }), atlas);
  const economy = organisation?.economy ?? entry?.economy ?? null;
  const own = id === null ? [] : dealtInBy(read, id);
  return {
    name: organisation?.name ?? entry?.name ?? target,
    rule: null,
    organisation: organisation === undefined ? null : pick(organisation, "id", "name", "economy"),
    parties,
    links: [...own, ...keptFrom(read, { organisation: id, economy }, parties)],
  };
}

function organisationOf({ organisations, organisationNames }: ReadModel, target: string): string | null {
  if (organisations.has(target)) return target;
  const names = [...organisationNames.values()].flat();
  return createHarmoniser([...organisations.values()], names).find(parseName(target))?.organisation ?? null;
}

function exposedParties(rows: readonly ListRow[], on: ListsOn, atlas: AtlasParties): readonly ExposedParty[] {
  return rows.flatMap((row) => {
    const standing = on.standing(row.entry);
    if (standing === null || !isListed(standing)) return [];
    const party = atlas.byEntry.get(row.entry);
    return {
      ...pick(row, "entry", "list", "origin", "name", "economy"),
      standing: standingLine(row, standing),
      ...pick(row, "requirement", "citation"),
      organisation: party?.organisation ?? null,
      organisationBy: party?.rule ?? null,
    };
  });
}

const unknownParty = (target: string): LevermapError =>
  new LevermapError("LM_PARTY_UNKNOWN", `There is no rule, organisation of the atlas or entry of a list "${target}".`, { target });

const againstAll: ReadonlySet<string> = new Set(["withheld-from-all", "reach-to-all", "family"]);

function finding({ name, parties, rule }: Subject, touched: readonly Touched[], day: string): string {
  const lists = new Set(parties.map(({ list }) => list)).size;
  const rows = say("exposure.rows-of-lists", { rows: parties.length, lists });
  const listed =
    parties.length === 0
      ? ""
      : rule === null
        ? say("exposure.it-is-listed-in", { rows, day })
        : say("exposure.it-added-in-force", { rows, day });
  const sure = rule === null ? touched.filter(({ links }) => links.some(({ state }) => state !== revived)) : touched;
  const everyone = touched.length > 0 && touched.every(({ links }) => links.every(({ rule: by }) => againstAll.has(by)));
  const only = everyone ? " All links are controls against everyone: none names it, its economy or what it deals in." : "";
  const found =
    sure.length === 0
      ? "is linked to no technology of the map, in the loaded data"
      : say("exposure.is-linked-to-at", { technologies: sure.length });
  return `${name} ${found}.${only}${listed}`;
}

interface Step {
  readonly technology: number;
  readonly position: ChainLine["position"];
  readonly distance: number;
  readonly via: number;
}

/** The technologies within `depth` steps of touched ones, each where it is nearest, with who deals in them; those without anybody left out. */
function chainOf(read: ReadModel, touched: readonly Touched[], depth: number): readonly ChainLine[] {
  const { map, organisations } = read;
  const dealers = dealersByTechnology(read);
  return steps(
    map,
    touched.flatMap(({ technology }) => map.indexOf.get(technology) ?? []),
    depth,
  ).flatMap((step) => {
    const { id, name } = map.technologies[step.technology]!;
    const own = dealers.get(id);
    if (own === undefined) return [];
    return {
      technology: id,
      name,
      ...pick(step, "position", "distance"),
      via: map.technologies[step.via]!.id,
      organisations: [...own].map(([organisation, links]) => ({
        organisation,
        name: organisations.get(organisation)?.name ?? organisation,
        economy: organisations.get(organisation)?.economy ?? null,
        links: links.map(({ link }) => link),
      })),
    };
  });
}

function dealersByTechnology(read: ReadModel): ReadonlyMap<string, ReadonlyMap<string, readonly Linked[]>> {
  const found = new Map<string, Map<string, Linked[]>>();
  for (const [organisation, links] of dealings(read)) {
    for (const linked of links) {
      const own = found.get(linked.technology) ?? new Map<string, Linked[]>();
      found.set(linked.technology, own.set(organisation, [...(own.get(organisation) ?? []), linked]));
    }
  }
  return found;
}

/** Breadth first from all touched at once: upwards, then downwards, at each distance. */
function steps(map: SupplyMap, touched: readonly number[], depth: number): readonly Step[] {
  const found = new Map<number, Step>(
    touched.map((technology) => [technology, { technology, position: "at", distance: 0, via: technology }]),
  );
  let [up, down]: [readonly Step[], readonly Step[]] = [[...found.values()], [...found.values()]];
  for (let distance = 1; distance <= depth; distance++) {
    up = outward(up, map.inputs, "up", found);
    down = outward(down, map.users, "down", found);
  }
  return [...found.values()];
}

function outward(from: readonly Step[], { start, target }: Csr, position: "up" | "down", found: Map<number, Step>): readonly Step[] {
  const added: Step[] = [];
  for (const { technology, distance, via } of from) {
    for (let slot = start[technology]!; slot < start[technology + 1]!; slot++) {
      const next = target[slot]!;
      if (found.has(next)) continue;
      const step = { technology: next, position, distance: distance + 1, via };
      found.set(next, step);
      added.push(step);
    }
  }
  return added;
}
