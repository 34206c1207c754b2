import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import { type CaseParty, caseParties } from "../link/case-parties.ts";
import { type Holder, isKnownHolder, ownId } from "../link/harmonise.ts";
import { ruleOf } from "../link/harmonise-all.ts";
import { type NameParts, parseName } from "../link/name-parse.ts";
import { type CaseRow, readCaseRows } from "./block-rows.ts";
import { readHarmoniser } from "./holders.ts";
import type { Owner } from "./owner-view.ts";
import { type PrintedName, readHolders, readHoldersOfNames, readPrintedNames } from "./technology-holders.ts";

/** A party of a case with its holder and the link rule. `known`: an organisation of the atlas or a holder of loaded documents. */
export interface CaseHolder extends Holder {
  readonly printed: string;
  readonly known: boolean;
}

/** Holders by printed side of a case. */
export type CaseHolders = ReadonlyMap<string, readonly CaseHolder[]>;

export interface JoinedCases {
  readonly cases: readonly CaseRow[];
  readonly holders: CaseHolders;
}

/** `owners`: whom holders count as. */
export async function readJoinedCases(connection: DuckDBConnection, owners: ReadonlyMap<string, Owner> = new Map()): Promise<JoinedCases> {
  const cases = await readCaseRows(connection);
  return { cases, holders: await readCaseHolders(connection, cases, owners) };
}

/** Links parties to organisations like names of patents, else to a loaded holder equal without legal form, else to their own. */
async function readCaseHolders(
  connection: DuckDBConnection,
  cases: readonly Pick<CaseRow, "plaintiff" | "defendant">[],
  owners: ReadonlyMap<string, Owner>,
): Promise<CaseHolders> {
  const sides = new Set(cases.flatMap(({ plaintiff, defendant }) => [plaintiff, defendant]).filter((side) => side !== null));
  if (sides.size === 0) return new Map();
  const { harmonise } = await readHarmoniser(connection);
  const found = new Map(
    [...sides].map((side) => [side, caseParties(side).map((party) => ({ party, own: harmonise(party.name, party.economy) }))]),
  );
  const join = await readJoin(
    connection,
    [...found.values()].flat().filter(({ own }) => !isKnownHolder(own)),
  );
  const joined = new Map(
    [...found].map(([side, parties]) => [side, parties.map((each) => ({ printed: each.party.printed, ...ownedBy(join(each), owners) }))]),
  );
  const loaded = await readHolders(connection, [...new Set([...joined.values()].flat().map(({ holder }) => holder))]);
  return new Map(
    [...joined].map(([side, parties]) => [
      side,
      parties.map((each): CaseHolder => {
        const held = loaded.get(each.holder);
        const organisation = each.organisation ?? held?.organisation ?? null;
        return {
          ...each,
          organisation,
          name: held?.name ?? each.name,
          known: held !== undefined || organisation !== null || isKnownHolder(each),
        };
      }),
    ]),
  );
}

/** The holder that another counts as. */
function ownedBy(holder: Holder, owners: ReadonlyMap<string, Owner>): Holder {
  const found = owners.get(holder.holder);
  return found ? { ...holder, holder: found.owner, name: found.name, organisation: null } : holder;
}

interface NamedParty {
  readonly party: CaseParty;
  readonly own: Holder;
}

/** Holders of loaded documents, other than known organisations, that parties may be. */
async function readJoin(connection: DuckDBConnection, unknown: readonly NamedParty[]): Promise<(one: NamedParty) => Holder> {
  const names = [...new Set(unknown.map(({ party }) => party.name))];
  const printed = new Map((await readHoldersOfNames(connection, names)).map((row) => [row.name, row]));
  const spellings = await readPrintedNames(connection, [...new Set(unknown.map(({ own }) => own.holder))]);
  const spelled = groupBy(spellings, ({ holder }) => holder);
  return ({ party, own }) =>
    isKnownHolder(own) ? own : (asPrinted(own, printed.get(party.name)) ?? bySpelling(party, own, spelled.get(own.holder) ?? []));
}

function asPrinted(own: Holder, row: PrintedName | undefined): Holder | null {
  if (row === undefined) return null;
  return { ...own, holder: row.holder, rule: row.rule === "own" ? "exact-alias" : (row.rule as Holder["rule"]) };
}

/** The holder with the same name letters, unless its legal form is of another economy. */
function bySpelling(party: CaseParty, own: Holder, names: readonly PrintedName[]): Holder {
  if (names.length === 0) return own;
  const parts = parseName(party.name);
  const same = names.map(({ name }) => parseName(name)).find((one) => ownId(one) === own.holder && agree(one, parts));
  return same
    ? { ...own, rule: ruleOf(parts, same) }
    : { ...own, holder: `${own.holder}:${parts.economies?.join("-").toLowerCase() ?? "any"}` };
}

const agree = ({ economies: one }: NameParts, { economies: other }: NameParts): boolean =>
  one === null || other === null || one.some((economy) => other.includes(economy));
