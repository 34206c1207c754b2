import type { DuckDBConnection } from "@duckdb/node-api";
import { type CaseParty, caseParties } from "../link/case-parties.ts";
import { type Holder, ownId } from "../link/harmonise.ts";
import { ruleOf } from "../link/harmonise-all.ts";
import { type NameParts, parseName } from "../link/name-parse.ts";
import { type CaseRow, readCaseRows } from "./block-rows.ts";
import { readHarmoniser } from "./holders.ts";
import { type PrintedName, readHolders, readHoldersOfNames, readPrintedNames } from "./technology-holders.ts";

/** A party of a case, the holder that it is, and by which rule. `known`: an organisation of the atlas or a holder of loaded documents. */
export interface CaseHolder extends Holder {
  readonly printed: string;
  readonly known: boolean;
}

/** Holders of one side of a case, by that side as the record prints it. */
export type CaseHolders = ReadonlyMap<string, readonly CaseHolder[]>;

/** All records of cases, and the holders that their parties are. */
export interface JoinedCases {
  readonly cases: readonly CaseRow[];
  readonly holders: CaseHolders;
}

/** Reads all cases and joins their parties to holders. */
export async function readJoinedCases(connection: DuckDBConnection): Promise<JoinedCases> {
  const cases = await readCaseRows(connection);
  return { cases, holders: await readCaseHolders(connection, cases) };
}

/**
 * Joins the parties of cases to holders: to organisations as names of patents are, else to a holder of loaded documents by a name that is
 * equal without legal form or spelled out; else a party is a holder of its own.
 */
async function readCaseHolders(
  connection: DuckDBConnection,
  cases: readonly Pick<CaseRow, "plaintiff" | "defendant">[],
): Promise<CaseHolders> {
  const sides = new Set(cases.flatMap(({ plaintiff, defendant }) => [plaintiff, defendant]).filter((side) => side !== null));
  if (sides.size === 0) return new Map();
  const { harmonise } = await readHarmoniser(connection);
  const found = new Map(
    [...sides].map((side) => [side, caseParties(side).map((party) => ({ party, own: harmonise(party.name, party.economy) }))]),
  );
  const join = await readJoin(
    connection,
    [...found.values()].flat().filter(({ own }) => own.organisation === null),
  );
  const joined = new Map(
    [...found].map(([side, parties]) => [side, parties.map((each) => ({ printed: each.party.printed, ...join(each) }))]),
  );
  const loaded = await readHolders(connection, [...new Set([...joined.values()].flat().map(({ holder }) => holder))]);
  return new Map(
    [...joined].map(([side, parties]) => [
      side,
      parties.map((each): CaseHolder => {
        const held = loaded.get(each.holder);
        const organisation = each.organisation ?? held?.organisation ?? null;
        return { ...each, organisation, name: held?.name ?? each.name, known: held !== undefined || organisation !== null };
      }),
    ]),
  );
}

/** A party, and the holder that it is by its name alone. */
interface NamedParty {
  readonly party: CaseParty;
  readonly own: Holder;
}

/** Reads the holders of loaded documents that parties may be which are no known organisation. */
async function readJoin(connection: DuckDBConnection, unknown: readonly NamedParty[]): Promise<(one: NamedParty) => Holder> {
  const names = [...new Set(unknown.map(({ party }) => party.name))];
  const printed = new Map((await readHoldersOfNames(connection, names)).map((row) => [row.name, row]));
  const spelled = new Map<string, PrintedName[]>();
  for (const row of await readPrintedNames(connection, [...new Set(unknown.map(({ own }) => own.holder))])) {
    spelled.set(row.holder, [...(spelled.get(row.holder) ?? []), row]);
  }
  return ({ party, own }) =>
    own.organisation === null ? (asPrinted(own, printed.get(party.name)) ?? bySpelling(party, own, spelled.get(own.holder) ?? [])) : own;
}

function asPrinted(own: Holder, row: PrintedName | undefined): Holder | null {
  if (row === undefined) return null;
  return { ...own, holder: row.holder, rule: row.rule === "own" ? "exact-alias" : (row.rule as Holder["rule"]) };
}

/** The holder of documents whose id is made of the same letters, unless its legal form is one of another economy. */
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
