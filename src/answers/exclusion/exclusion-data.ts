import { groupBy, pick, present } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import { say } from "../../base/message.ts";
import { type JoinedCases, readJoinedCases } from "../../corpus/case-holders.ts";
import { type ClaimData, inForceOn, readClaims } from "../../corpus/claim-clusters.ts";
import { survivalSources } from "../../corpus/legal-records.ts";
import type { ExclusionMarket, ExclusionWorld, StakeBasis } from "../../leverage/exclusion/exclusion-market.ts";
import { createExclusionTerms, type HolderKind, type Term } from "../../leverage/exclusion/exclusion-terms.ts";
import { narrowestTechnologies } from "../../leverage/exclusion/narrowest-technologies.ts";
import { kindsOf } from "../../leverage/exclusion/product-exclusion.ts";
import { caseOwnerKind } from "../../measure/patents/distinct-cases.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { Evidence, Grade } from "../shared/evidence.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { remembered } from "../shared/remembered.ts";
import type { ExclusionReport, ExclusionTerm } from "./exclusion-report.ts";

/** Claims and cases of an open workspace, whatever is asked of them. */
export interface ExclusionData {
  readonly claims: ClaimData;
  readonly joined: JoinedCases;
}

/** Reads the claims of all technologies of the map. One reading serves every question on exclusion; keep it while the workspace is open. */
export async function readExclusionData(read: ReadModel, workspace: Workspace, joined: JoinedCases): Promise<ExclusionData> {
  const technologies = read.map.technologies.map(({ id }) => id);
  const claims = await workspace.use((connection) => readClaims(connection, technologies, narrowestTechnologies(read.map)));
  return { claims, joined };
}

/** Claims and cases on one day, each read once. */
export interface ClaimsRead {
  readonly cases: () => Promise<JoinedCases>;
  readonly exclusion: () => Promise<ExclusionData>;
}

export function openClaims({ workspace, read }: OpenDay): ClaimsRead {
  const [joined, claims] = [remembered<JoinedCases>(), remembered<ExclusionData>()];
  const cases = () => joined([], () => workspace.use(readJoinedCases));
  return { cases, exclusion: () => claims([], async () => readExclusionData(await read(), workspace, await cases())) };
}

/** What may be said of every question on exclusion. */
export interface ExclusionChoice {
  /** The day on which patents must be in force, `YYYY-MM-DD`; the day of the map if absent. */
  readonly day?: string | undefined;
  /** Whether a product counts where it is used or made; use if absent. */
  readonly basis?: StakeBasis | undefined;
  /** Holders of whose patents a licence is known. */
  readonly licensed?: ReadonlySet<string> | undefined;
}

/** The world of one day that exclusion exposure is computed from. */
export function exclusionWorld(read: ReadModel, { claims, joined }: ExclusionData, choice: ExclusionChoice = {}): ExclusionWorld {
  const kinds = holderKinds(read, { claims, joined });
  return {
    model: read.model,
    clusters: claims.clusters,
    status: {
      office: new Map(claims.documents.map(({ document, office }) => [document, office])),
      inForce: inForceOn(claims, dayOf(choice.day ?? read.map.asOf)!),
    },
    loaded: new Set(claims.documents.flatMap(({ technologies }) => technologies)),
    technologies: new Map(claims.documents.map(({ document, technologies }) => [document, technologies])),
    terms: createExclusionTerms(claims.rates),
    holderKind: (holder) => kinds.get(holder) ?? null,
    licensed: (holder) => (choice.licensed?.has(holder) ? true : null),
    basis: choice.basis ?? "use",
  };
}

/** A record of a case marks who only asserts; who has a share of supply or a plant makes something; of others the kind is unknown. */
function holderKinds({ map, plants }: ReadModel, { claims, joined }: ExclusionData): ReadonlyMap<string, HolderKind> {
  const shares = map.rows.share.filter(({ holder_kind }) => holder_kind === "organisation");
  const makers = new Set([...shares.map(({ holder }) => holder), ...plants.map(({ owner }) => owner)]);
  const kinds = new Map<string, HolderKind>();
  for (const { holder, organisation } of claims.holders.values()) if (makers.has(organisation ?? "")) kinds.set(holder, "practising");
  for (const record of joined.cases) {
    if (caseOwnerKind(record) === null) continue;
    const side = record.kind === "review" ? record.defendant : record.plaintiff;
    for (const { holder } of joined.holders.get(side ?? "") ?? []) kinds.set(holder, "assertion-entity");
  }
  return kinds;
}

const limits = [
  "An upper bound of market access, not of output, and no legal advice: never add it to supply leverage. In equipment secrecy and know-how often count for more than patents.",
  "Licences and exhaustion are unknown unless named, so that an exposure begins at 0; only where a licence is named as refused does it begin above.",
  "Only loaded patents count. A set of searches is not a sample: those searched for have more, and the exposure to others is unknown.",
  "A claim on a tool or a step used abroad reaches a product sold here only where the law protects what a process makes; the two are not separated.",
  "What a holder sells itself its own patents do not keep out; it is not deducted from the value at stake.",
  "Subsidiaries are holders of their own unless the atlas names them; a holder counts for the economy of its organisation or its records.",
  "Standards carry duties to license, states may compel licences, and a joint refusal may break competition law: none of these is deducted.",
  "A sum over products counts a chip and what is built of it twice where both are final products of the map.",
];

/** What an answer on exclusion rests on. */
export function exclusionEvidence(
  read: ReadModel,
  { claims }: ExclusionData,
  markets: readonly ExclusionMarket[],
  terms: readonly ExclusionTerm[],
  measured: readonly string[],
): Evidence {
  const values = markets.flatMap((market) => market.values);
  const offices = new Set(claims.documents.map(({ office }) => office));
  return evidenceOf(read, {
    grade: weakest([...terms.map(({ grade }) => grade), ...values.flatMap(({ grades }) => grades), "derived"]),
    sources: [
      ...claims.bundled,
      ...terms.flatMap(({ sources }) => sources),
      ...values.flatMap(({ sources }) => sources),
      ...survivalSources(claims.rates, offices),
    ],
    rules: ["method:exclusion", "method:in-force", "method:holders", "method:technology"],
    limits: [...measured, ...limits, ...coverageLimits(claims)],
  });
}

function coverageLimits({ documents, withFamily, withoutHolder }: ExclusionData["claims"]): readonly string[] {
  return present(
    withFamily < documents.length &&
      say("exclusion-data.family-priority-or-continuation", { withFamily: String(withFamily), documents: String(documents.length) }),
    withoutHolder > 0 &&
      say("exclusion-data.of-documents-have-no", { withoutHolder: String(withoutHolder), documents: String(documents.length) }),
  );
}

/** How much is loaded that exclusion could rest on. */
export function exclusionCoverage(read: ReadModel, { claims }: ExclusionData, { loaded }: ExclusionWorld): ExclusionReport["coverage"] {
  const holders = [...new Set(claims.clusters.map(({ holder }) => holder))].map((id) => claims.holders.get(id));
  return {
    documents: claims.documents.length,
    ...pick(claims, "withoutHolder", "withFamily"),
    holdersWithoutEconomy: holders.filter((row) => !row?.economy).length,
    holders: holders.length,
    clusters: claims.clusters.length,
    technologies: read.map.technologies.length,
    technologiesLoaded: loaded.size,
    offices: [...groupBy(claims.documents, ({ office }) => office)]
      .map(([office, own]) => ({ office, documents: own.length }))
      .sort((a, b) => b.documents - a.documents || (a.office < b.office ? -1 : 1)),
  };
}

/** Every interval that exposures on these markets are made of, each once, with what it rests on. */
export function termsUsed(world: ExclusionWorld, markets: readonly ExclusionMarket[]): readonly ExclusionTerm[] {
  const { terms } = world;
  const clusters = markets.flatMap((market) => market.clusters);
  const kinds = [...new Set(clusters.map(({ technology }) => kindsOf(world)(technology)))].sort();
  const holderKinds = [...new Set(clusters.map(({ holder }) => world.holderKind(holder)))];
  const line = (term: string, of: string, found: Term | null, unit = "fraction"): readonly ExclusionTerm[] => {
    if (found === null) return [];
    const { low, high, sources, note } = found;
    return [{ term, of, low, high, unit, grade: found.grade as Grade, sources, note }];
  };
  return [
    ...markets.flatMap(({ jurisdiction, offices }) => [
      ...line("v", jurisdiction, terms.valid(offices)),
      ...holderKinds.flatMap((kind) => line("u", `${jurisdiction}, ${kind ?? "kind of holder unknown"}`, terms.granted(offices, kind))),
    ]),
    ...kinds.flatMap((kind) => [
      ...line("x", kind, terms.readOn(kind)),
      ...line("g", kind, terms.designAround(kind)),
      ...line("delay", kind, terms.delay([kind]), "years"),
    ]),
    ...line("royalty", "all products", terms.royalty()),
  ];
}
