import { pick, present } from "../../base/collections.ts";
import { createParameterLookup, createUserLookup, isOfUsers } from "../../leverage/parameters.ts";
import { rankMonths } from "../../leverage/rank/held-course.ts";
import { concentration, highlyConcentrated } from "../../measure/supply/concentration.ts";
import { type ShareEntry, shareEntries } from "../../measure/supply/share-entries.ts";
import type { ShareRow } from "../../measure/supply/share-row.ts";
import type { SupplyMap, Technology } from "../../measure/supply/supply-map.ts";
import { closure } from "../../measure/supply/topology.ts";
import { firstVolumeUse } from "../../plan/cells/clock.ts";
import type { Grade } from "../shared/evidence.ts";
import { documentsOf, evidenceOf, weakest } from "../shared/evidence-of.ts";
import { economyName, technologyNames } from "../shared/names.ts";
import { onOneOldDocument } from "../shared/old-document.ts";
import { publishedCountsLimit } from "../shared/published-count-words.ts";
import { technologyCounts } from "../shared/published-counts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { whyNot } from "../supply/not-applicable.ts";
import { entryOf, isTold, makingKnown, type Ranking } from "../supply/ranking.ts";
import type { Concentration, TechnologyCard, TechnologyList } from "./technology-card.ts";
import type { KnownHalfLife } from "./technology-card-half-life.ts";
import type { KnownPatents } from "./technology-card-patents.ts";
import { cardProblems } from "./technology-card-problems.ts";
import { type ControlsRead, cardControls } from "./technology-controls.ts";
import { edgesOf } from "./technology-edges.ts";
import { shareLine } from "./technology-history.ts";

/** The list of technologies by stage. */
export function answerTechnologies(read: ReadModel): TechnologyList {
  const { map } = read;
  const technologies = map.technologies.map((t) => {
    const measured = concentration(t.supply?.entries ?? []);
    const top = measured.top;
    return {
      ...headOf(map, t),
      top: top && { economy: top.holder, share: top.low, high: top.high },
      hhi: measured.hhi,
      unknownShare: measured.unknown,
    };
  });
  const sources = map.technologies.flatMap((t) => t.supply?.rows.flatMap((row) => row.source ?? []) ?? []);
  const limits = ["A share that no source states is unknown, never zero."];
  return { stages: read.stages, technologies, evidence: evidenceOf(read, { grade: "derived", sources, rules: ["method:shares"], limits }) };
}

const concentrationsOf = (read: ReadModel, { supply, shareRows }: Technology): TechnologyCard["concentration"] => ({
  economies: concentrationOf(read, supply?.entries ?? []),
  organisations: concentrationOf(read, organisationEntries(shareRows)),
});

/** What lists and the map tell of a technology itself. */
export const headOf = (map: SupplyMap, t: Technology) => ({
  ...pick(t, "id", "name", "kind", "stage"),
  supplyMode: t.mode,
  nextGeneration: t.nextGeneration,
  parent: map.familyOf.has(t.index) ? map.technologies[map.familyOf.get(t.index)!]!.id : null,
});

function concentrationOf(read: ReadModel, entries: readonly ShareEntry[]): Concentration {
  const { hhi, top, unknown } = concentration(entries);
  const high = hhi && (hhi.low > highlyConcentrated ? "yes" : hhi.high <= highlyConcentrated ? "no" : "perhaps");
  const named = top && { ...top, name: read.organisations.get(top.holder)?.name ?? economyName(read, top.holder) };
  return { hhi, top: named, highlyConcentrated: high ?? "unknown", unknownShare: unknown };
}

/** Organisations as they stand in the most recent row of their own, not added up by seat. */
function organisationEntries(rows: readonly ShareRow[]): readonly ShareEntry[] {
  const own = rows.filter((row) => row.derived).sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  return shareEntries(own?.rows ?? [], (holder) => holder).entries;
}

/** What is known beside the map. */
interface KnownBeside {
  readonly home: Ranking | null;
  readonly patents: KnownPatents;
  readonly halfLife: KnownHalfLife;
  readonly controls: ControlsRead;
}

/** All that is known of one technology. Throws LM_TECHNOLOGY_UNKNOWN. */
export function answerTechnology(read: ReadModel, wanted: string, world: Ranking, known: KnownBeside): TechnologyCard {
  const { technology, scope } = requireScope(read, wanted);
  const { map } = read;
  const { id, index } = technology;
  const edges = edgesOf(map, index);
  const parameters = parametersOf(read, technology);
  const ids = (technologies: readonly number[]): string[] => technologies.map((i) => map.technologies[i]!.id);
  const controlsInForce = cardControls(read, known.controls, id);
  const { inForce, toCome, suspended, ended, items } = controlsInForce;
  const isOwn = (row: { readonly technology: string }): boolean => row.technology === id;
  const rows = { codes: read.codes.filter(isOwn), plants: read.plantsKnown.filter(isOwn) };
  const shareRows = technology.shareRows.map((row) => shareRowLine(read, row, row === technology.supply));
  const publishedCounts = technologyCounts(read, read.beside.patent_count, scope);
  const science = technologyCounts(read, read.beside.science_count, scope);
  const published = [...publishedCounts, ...science];
  const research = cardProblems(read, id);
  const told = [...research.problems, ...research.problems.flatMap(({ workers }) => workers), ...research.replaces, ...research.replacedBy];
  const shares = shareRows.flatMap((row) => row.shares);
  const lines = [parameters, rows.codes, rows.plants, inForce, toCome, suspended, ended, items, published, told];
  const sources = [shares, edges.needs, edges.neededBy, edges.varieties, edges.varietyOf, ...lines].flat().map(({ source }) => source);
  const products = ids(Array.from(read.model.productSets[read.model.productSet[index]!]!, (j) => map.products[j]!));
  const worldLoss = lossOf(read, world, index);
  const homeLoss = known.home === null ? null : homeLossOf(read, known.home, technology);
  const first = firstVolumeUse(map.rows.parameter).get(id);
  return {
    ...pick(technology, "id", "name", "kind", "stage"),
    supplyMode: technology.mode,
    nextGeneration: technology.nextGeneration,
    description: map.rows.technology.find((row) => row.id === id && row.description !== null)?.description ?? null,
    aliases: read.aliases.filter((row) => row.technology === id).map((row) => row.alias),
    concentration: concentrationsOf(read, technology),
    shareRows,
    doubts: (read.doubts.get(id) ?? []).map(({ text }) => text),
    ...edges,
    upstream: ids(closure(map, index, "up")),
    downstream: ids(closure(map, index, "down")),
    products,
    names: technologyNames(read, [
      ...products,
      ...present(worldLoss?.technology, homeLoss?.most?.technology),
      ...[...inForce, ...toCome, ...suspended, ...ended].flatMap(({ link }) => (link.rule === "all" ? [] : link.technology)),
      ...items.map((item) => item.technology),
    ]),
    parameters,
    firstVolumeUse: first && first.high !== null ? { low: first.low, high: first.high } : null,
    marketSize: marketSizeOf(read, technology),
    codes: rows.codes.map((row) => pick(row, "scheme", "code", "relation", "source")),
    plants: rows.plants.map((row) => pick(row, "id", "owner", "economy", "place", "node", "source")),
    controlsInForce,
    worldLoss,
    homeLoss,
    structural: world.structural.get(index)?.score ?? null,
    ...known.patents,
    publishedCounts,
    science,
    ...known.halfLife,
    ...research,
    documents: documentsOf(read, sources),
    evidence: evidenceOf(read, {
      grade: weakest([shares, parameters, published, told].flat().map(({ grade }) => grade)),
      sources,
      rules: ["method:shares", "method:concentration", "method:composition"],
      limits: [basesLimit, ...(published.length > 0 ? [publishedCountsLimit] : [])],
    }),
  };
}

const basesLimit = "Shares on different bases (made in, seat of the firm, sold by) are never added up.";

/** The size of its market where a source gives it for the technology itself. */
function marketSizeOf({ map }: ReadModel, technology: Technology): TechnologyCard["marketSize"] {
  const size = createParameterLookup(map)(technology, "market-size")?.row;
  if (!size || !("technology" in size) || size.low === null || size.high === null) return null;
  return { low: size.low, high: size.high, year: size.year, source: size.source };
}

/** Mean loss over the first 12 months, as the chokepoints tell it. */
function lossOf(read: ReadModel, ranking: Ranking, index: number): TechnologyCard["worldLoss"] {
  const entry = entryOf(read, ranking, index);
  if (entry === undefined || !isTold(read, ranking, entry)) return null;
  const { id, mode } = read.map.technologies[entry.technology]!;
  const of = read.map.products.includes(entry.technology) ? ("use" as const) : ("output" as const);
  return {
    technology: id,
    holder: entry.holder,
    holderName: economyName(read, entry.holder),
    loss: entry.loss[0]!,
    of,
    later: mode === "capital" ? { months: rankMonths.at(-1)!, loss: entry.loss.at(-1)!, growth: entry.growth.at(-1)! } : null,
    inDoubt: onOneOldDocument(read, entry.technology),
  };
}

function homeLossOf(read: ReadModel, ranking: Ranking, technology: Technology): TechnologyCard["homeLoss"] {
  const home = ranking.home!;
  const most = lossOf(read, ranking, technology.index);
  return { home, homeName: economyName(read, home), most, reason: most === null ? whyNone(read, ranking, technology) : null };
}

function whyNone(read: ReadModel, ranking: Ranking, technology: Technology): string {
  if (ranking.notApplicable.some(({ index }) => index === technology.index)) return whyNot(read, ranking, technology);
  return makingKnown(ranking) ? "no share of its makers is known" : "no source says which final products are made there";
}

function shareRowLine(read: ReadModel, row: ShareRow, used: boolean): TechnologyCard["shareRows"][number] {
  const basis = row.rows[0]!.basis as TechnologyCard["shareRows"][number]["basis"];
  const known = row.rows.filter((share) => share.holder_kind !== "region" && share.flag !== "negligible");
  const shares = [...row.rows].sort((a, b) => (b.high ?? b.low ?? -1) - (a.high ?? a.low ?? -1)).map((share) => shareLine(read, share));
  const unknownShare = row.derived ? Math.max(0, 1 - known.reduce((sum, share) => sum + (share.low ?? 0), 0)) : row.unknown;
  return { basis, holderKind: row.derived ? "organisation" : "economy", dataset: row.dataset, year: row.year, used, unknownShare, shares };
}

/** The technology's own parameters, and the defaults of its supply mode where it has none. */
function parametersOf(read: ReadModel, technology: Technology): TechnologyCard["parameters"] {
  const own = read.map.rows.parameter.filter((row) => row.technology === technology.id);
  const lookup = createParameterLookup(read.map);
  const ofUsers = createUserLookup(read.map);
  const isUsed = (row: (typeof own)[number]): boolean =>
    lookup(technology, row.parameter)?.row === row ||
    (isOfUsers(row.parameter) && ofUsers(technology, row.parameter, row.scope)?.rows.includes(row) === true);
  const names = read.map.rows.default_parameter.filter((row) => row.supply_mode === technology.mode).map((row) => row.parameter);
  const defaults = names.flatMap((name) => {
    const parameter = lookup(technology, name);
    return parameter && "reason" in parameter.row ? [parameter.row] : [];
  });
  return [
    ...own.map((row) => {
      const { parameter, low, high, unit, scope, year, grade, source, note } = row;
      return {
        parameter,
        low,
        high,
        unit,
        scope,
        year,
        grade: grade as Grade,
        source,
        note,
        origin: "technology" as const,
        used: isUsed(row),
      };
    }),
    ...defaults.map(({ parameter, low, high, unit, reason: note }) => ({ parameter, low, high, unit, ...assumed, note })),
  ];
}

const assumed = { scope: "world", year: null, grade: "assumed", source: null, origin: "default", used: true } as const;
