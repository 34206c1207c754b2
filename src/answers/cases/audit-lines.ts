import type { CaseRow } from "../../base/case-tables.ts";
import { ownershipRules } from "../../link/ownership-rules.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { DecisionLine } from "../../screen/cases/decision-log.ts";
import type { Statement } from "../../screen/cases/statement.ts";
import { caseRows } from "../../workspace/cases/case-rows.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type AuditCase, type AuditCustomer, type AuditHead, type AuditLine, type AuditParty, auditForm } from "./audit-record.ts";
import { type RunResults, readDecisionLines } from "./case-records.ts";
import { type CaseScreening, readCaseScreening } from "./case-screening.ts";

/**
 * All that an auditor needs of a run, line by line: equal workspaces give equal lines. `next`: the run that followed; decisions made in
 * between are told too.
 */
export async function* auditLines(
  workspace: Workspace,
  { run, results, matches }: RunResults,
  next: CaseRow<"case_run"> | undefined,
): AsyncGenerator<AuditHead | AuditLine, void, undefined> {
  const { row, settings, loads } = run;
  const screening = await readCaseScreening(workspace, loads, settings);
  yield headOf(run);
  for (const load of loads) yield { kind: "load", load };
  for (const list of screening.on.screened) yield { kind: "list", list };
  for (const rule of ownershipRules()) yield { kind: "ownership-rule", rule: rule.id, state: screening.owners.stateOf(rule) };
  yield* listLines(screening);
  const versions = new Map((await caseRows(workspace, "customer")).map((each) => [`${each.id} ${each.digest}`, each.content]));
  const customerOf = (id: string, digest: string): Customer | null => {
    const content = versions.get(`${id} ${digest}`);
    return content === undefined ? null : JSON.parse(content);
  };
  for (const result of results) {
    const customer = customerOf(result.customer, result.digest);
    if (customer !== null) yield customerLine(result, customer, screening, matches.get(result.customer) ?? []);
  }
  const screened = new Set(results.map(({ customer }) => customer));
  const until = next?.decision ?? Number.POSITIVE_INFINITY;
  const decisions = (await readDecisionLines(workspace)).filter(({ customer, seq }) => screened.has(customer) && seq <= until);
  yield* formerLines(results, decisions, customerOf);
  yield* statementLines(await caseRows(workspace, "case_statement"), decisions, [...matches.values()].flat());
  for (const { before, after, run: of } of await caseRows(workspace, "case_rename"))
    if (of <= row.id) yield { kind: "rename", before, after };
  for (const decision of decisions) yield { kind: "decision", decision, since: decision.seq > row.decision };
  for (const each of [...matches.values()].flat()) yield caseLine(each);
}

const headOf = ({ row, settings, changed }: RunResults["run"]): AuditHead => ({
  kind: "run",
  form: auditForm,
  run: row.id,
  of: row.kind as AuditHead["of"],
  previous: row.previous,
  why: row.why,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  user: row.by_user,
  settings,
  decision: row.decision,
  purged: row.purged,
  changed: [...changed].sort(),
});

/** Every row that was loaded, in force or not: how telling a word is, is counted over all of them. */
function* listLines({ lists, atlas, owners }: CaseScreening): Generator<AuditLine> {
  for (const edition of lists.editions) yield { kind: "edition", edition };
  const joined = new Set<string>();
  for (const party of lists.parties) {
    const { file: _, ...row } = party as typeof party & { readonly file?: string };
    const organisation = atlas.byEntry.get(party.entry) ?? null;
    if (organisation !== null) joined.add(organisation.organisation);
    const line: AuditParty = {
      kind: "party",
      row,
      names: (lists.names.get(party.entry) ?? []).map(({ name, kind, language }) => ({ name, kind, language })),
      places: (lists.places.get(party.entry) ?? []).map(({ economy, place }) => ({ economy, place })),
      links: (lists.links.get(party.entry) ?? []).map(({ relation, other, date }) => ({ relation, other, date })),
      facts: (lists.facts.get(party.entry) ?? []).map(({ kind, scheme, value, economy }) => ({ kind, scheme, value, economy })),
      organisation,
      owners: owners.ofRow(party),
    };
    yield line;
  }
  for (const organisation of [...joined].sort())
    yield {
      kind: "organisation",
      organisation,
      names: (atlas.names.get(organisation) ?? []).map(({ name, language, kind, source }) => ({ name, language, kind, source })),
    };
}

const customerLine = (
  { version, digest, scope, carried, fault }: RunResults["results"][number],
  customer: Customer,
  screening: CaseScreening,
  matches: readonly CaseRow<"case_match">[],
): AuditCustomer => ({
  kind: "customer",
  ...{ customer, version, digest, fault },
  owners: screening.owners.ofCustomer(customer),
  ...aboveOf(customer, screening),
  scope: scope as AuditCustomer["scope"],
  carried: JSON.parse(carried),
  matches: matches.flatMap(({ reasons }) => (reasons === null ? [] : [JSON.parse(reasons)])),
});

function aboveOf(customer: Customer, { owners, settings: { day } }: CaseScreening): Pick<AuditCustomer, "above"> {
  const parties = owners.partiesOf(customer);
  if (parties.length === 0) return {};
  const ids = new Set(parties.map(({ id }) => id));
  for (const id of ids) for (const { owner } of owners.holdings(id, day)) ids.add(owner);
  const told = [...ids].sort().flatMap((id) => {
    const party = owners.party(id);
    return party === undefined ? [] : [{ party, holdings: owners.holdings(id, day) }];
  });
  return { above: { parties: parties.map(({ id }) => id), told } };
}

/** What customers were when they were decided on, where they are others now. */
function* formerLines(
  results: RunResults["results"],
  decisions: readonly DecisionLine[],
  customerOf: (id: string, digest: string) => Customer | null,
): Generator<AuditLine> {
  const told = new Set(results.map(({ customer, digest }) => `${customer} ${digest}`));
  for (const { customer: id, customerDigest: digest } of decisions) {
    const customer = customerOf(id, digest);
    if (customer === null || told.has(`${id} ${digest}`)) continue;
    told.add(`${id} ${digest}`);
    yield { kind: "former", customer, digest };
  }
}

/** What entries said that decisions or cases belong to. */
function* statementLines(
  kept: readonly CaseRow<"case_statement">[],
  decisions: readonly DecisionLine[],
  matches: readonly CaseRow<"case_match">[],
): Generator<AuditLine> {
  const wanted = new Set([...decisions, ...matches].map(({ statement }) => statement));
  for (const { digest, content } of kept)
    if (wanted.has(digest)) yield { kind: "statement", digest, statement: JSON.parse(content) as Statement };
}

const caseLine = ({ run: _, reasons: __, changes, state, verdict, ...row }: CaseRow<"case_match">): AuditCase => ({
  kind: "case",
  ...row,
  state: state as AuditCase["state"],
  verdict: verdict as AuditCase["verdict"],
  changes: JSON.parse(changes),
});
