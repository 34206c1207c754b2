import type { DerivedRow } from "../../base/derived-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import { pick } from "../../base/pick.ts";
import type { CaseHolder, JoinedCases } from "../../corpus/case-holders.ts";
import { findHolder } from "../../corpus/holder-search.ts";
import { titleTechnologies } from "../../link/case-technologies.ts";
import { nameKey } from "../../link/name-key.ts";
import { parseName } from "../../link/name-parse.ts";
import { caseOutcome } from "../../measure/patents/base-rates.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type CaseSides, caseSides } from "../exclusion/freedom-parties.ts";
import { type KnownCase, knownCases } from "../exclusion/freedom-to-operate.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { HolderCard } from "./holder-list.ts";

/** A case and the holders on its sides. */
export interface SidedCase extends KnownCase {
  readonly sides: CaseSides;
}

/** All cases, newest first, with the holders on their sides. */
export function sidedCases(read: ReadModel, { cases, holders }: JoinedCases): readonly SidedCase[] {
  const titleMatch = titleTechnologies(read.map.technologies, read.aliases);
  return knownCases(cases, titleMatch, { office: null, technologies: null }).map((each) => ({ ...each, sides: caseSides(each, holders) }));
}

/** A party of cases by id or name, for those that hold no loaded document. */
export function findParty(cases: readonly SidedCase[], wanted: string): CaseHolder | null {
  const [key, core] = [nameKey(wanted), parseName(wanted).core];
  const parties = cases.flatMap(({ sides }) => [...sides.owners, ...sides.others]);
  if (key === "") return null;
  const tests: readonly ((one: CaseHolder) => boolean)[] = [
    ({ holder, organisation }) => holder === wanted || organisation === wanted,
    ({ name, printed }) => nameKey(name) === key || nameKey(printed) === key,
    ({ name }) => parseName(name).core === core,
  ];
  return tests.map((test) => parties.find(test)).find((one) => one !== undefined) ?? null;
}

/** The cases on whose sides a holder stands. `most`: how many are listed. */
export function casesOfHolder(cases: readonly SidedCase[], holder: string, most: number): Pick<HolderCard, "cases" | "caseCount"> {
  const on = (side: readonly CaseHolder[]): CaseHolder | undefined => side.find((each) => each.holder === holder);
  const found = cases.flatMap((each) => {
    const { owners, others } = each.sides;
    return [
      ...(on(owners) ? [{ ...each, side: "owner" as const, party: on(owners)!, against: others }] : []),
      ...(on(others) ? [{ ...each, side: "other" as const, party: on(others)!, against: owners }] : []),
    ];
  });
  return {
    caseCount: {
      owner: found.filter(({ side }) => side === "owner").length,
      other: found.filter(({ side }) => side === "other").length,
    },
    cases: found.slice(0, most).map(({ kept, side, party, against, technologies }) => ({
      id: kept.id,
      side,
      ...pick(party, "printed", "rule"),
      against: against.map((other) => pick(other, "holder", "name")),
      ...pick(kept, "forum", "kind", "title"),
      technologies: technologies.map(({ technology }) => technology),
      ...pick(kept, "filed", "decided", "outcome"),
      ended: caseOutcome(kept.outcome),
      url: kept.url,
      place: pick(kept, "source", "file", "line"),
    })),
  };
}

type HolderRow = DerivedRow<"holder">;

/**
 * A holder by id, organisation or name; `otherwise`: who else it may be, where no holder of loaded documents is. Throws LM_HOLDER_UNKNOWN
 * that names those that are near.
 */
export async function requireHolder(workspace: Workspace, wanted: string): Promise<HolderRow>;
export async function requireHolder<O>(workspace: Workspace, wanted: string, otherwise: () => O | null): Promise<HolderRow | O>;
export async function requireHolder<O>(
  workspace: Workspace,
  wanted: string,
  otherwise: () => O | null = () => null,
): Promise<HolderRow | O> {
  const { holder, near } = await workspace.use((connection) => findHolder(connection, wanted));
  const found = holder ?? otherwise();
  if (found !== null) return found;
  const hint = near.length > 0 ? ` Did you mean ${near.map(({ name }) => name).join(" or ")}?` : "";
  throw new LevermapError("LM_HOLDER_UNKNOWN", `No holder "${wanted}" is known.${hint}`, {
    name: wanted,
    near: near.map((one) => one.holder),
  });
}
