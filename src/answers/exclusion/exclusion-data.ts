import { dayOf } from "../../base/days.ts";
import type { JoinedCases } from "../../corpus/case-holders.ts";
import { type ClaimData, inForceOn, readClaims } from "../../corpus/claim-clusters.ts";
import type { ExclusionWorld, StakeBasis } from "../../leverage/exclusion/exclusion-market.ts";
import { createExclusionTerms, type HolderKind } from "../../leverage/exclusion/exclusion-terms.ts";
import { narrowestTechnologies } from "../../leverage/exclusion/narrowest-technologies.ts";
import { caseOwnerKind } from "../../measure/patents/distinct-cases.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ReadModel } from "../shared/read-model.ts";

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
