import type { CaseRuns, CasesChanges, CasesReport, CustomerCases } from "../../answers/cases/case-reports.ts";
import { count, counted, number, shareRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, listOf, note } from "../blocks.ts";
import { evidenceWords } from "../screen/other-evidence.ts";
import { filled, flexible, right, sparseTable, type TableHead, trimmedTable, wide, wideFlexible } from "../table-of.ts";
import type { Block, FactsBlock, TableBlock, View } from "../view.ts";

type Line = CasesReport["cases"][number];

/** Cases with what was decided on each and what changed since. */
export function casesView({ run, states, cases, total, evidence }: CasesReport): View {
  const faults = run.faults.map(({ customer, code }) => `${customer}: ${code}`);
  return {
    finding: say("cases.run-of-customers", { run: String(run.run), asOf: run.asOf, customers: run.customers, state: stateWords(states) }),
    limit: evidence.limits[0] ?? "",
    blocks: [
      { ...caseTable("Cases", cases), most: 12 },
      ...(total > cases.length ? [note(`${count(total)} cases in all; --top shows more.`)] : []),
      ...(faults.length > 0 ? [note(`${counted(faults.length, "customer")} could not be screened whole: --details names them.`)] : []),
    ],
    details: [
      ...listOf("Customers that could not be screened whole", faults),
      sparseTable(
        "Lists that the run saw",
        run.lists.flatMap((list) => list.readings.map((reading) => ({ ...list, ...reading }))),
        [
          ["list", ({ list }) => list],
          ["title", ({ title }) => title, flexible],
          ["reading", ({ origin, used }) => `${origin}${used === null ? "" : say("cases.of", { used })}`, flexible],
          ["in force", ({ inForce }) => count(inForce), right],
        ],
      ),
    ],
    more: "lists that the run saw",
    evidence,
  };
}

const stateWords = ({ open, reopened, awaiting, decided, lapsed }: CasesReport["states"]): string =>
  say("cases.cases-open-reopened-waiting", {
    cases: open,
    reopened: count(reopened),
    awaiting: count(awaiting),
    decided: count(decided),
    lapsed: count(lapsed),
  });

const caseTable = (title: TableHead, cases: readonly Line[]): TableBlock =>
  trimmedTable(title, cases, [
    ["customer", ({ customer }) => customer],
    ["name", ({ customerName }) => customerName, flexible],
    ["score", ({ score }) => (score === null ? "no match" : number(score)), right],
    ["listed as", ({ listedName }) => listedName, flexible],
    ["entry", ({ entry }) => entry],
    ["state", ({ state, verdict }) => (verdict === null ? state : `${state} ${verdict}`)],
    ["changed", ({ changes }) => changes.map(({ column }) => column).join(", "), flexible],
    ["by", ({ by, at }) => by && `${by} ${at?.slice(0, 10)}`, wide],
    ["why", ({ note: why }) => why, wideFlexible],
  ]);

/** Runs, the last first. */
export const caseRunsView = ({ runs, evidence }: CaseRuns): View => ({
  finding:
    runs.length === 0 ? "Customers were not screened yet: `levermap cases run`." : say("cases.runs-of-customers", { runs: runs.length }),
  blocks:
    runs.length === 0
      ? []
      : [
          sparseTable({ title: "Runs, the last first", most: 12 }, [...runs].reverse(), [
            ["run", ({ run }) => count(run), right],
            ["lists as of", ({ asOf }) => asOf],
            ["kind", ({ kind, why }) => (why === null ? kind : `${kind}: ${why}`), flexible],
            ["customers", ({ customers }) => count(customers), right],
            ["faults", ({ faults }) => count(faults.length), right],
            ["purged", ({ purged }) => count(purged), right],
            ["by", ({ user }) => user],
            ["made", ({ endedAt }) => endedAt.slice(0, 16).replace("T", " ")],
          ]),
        ],
  details: [],
  evidence,
});

/** What the next run would find. */
export function casesChangesView({ since, asOf, kind, why, entries, customers, fresh, reopened, lapsed, evidence }: CasesChanges): View {
  const tables = filled([
    caseTable("Decided cases that reopen", reopened),
    caseTable("New cases", fresh),
    caseTable("Cases that lapse", lapsed),
    entryTable(entries),
  ]);
  const all = kind === "full" ? say("cases.all-is-to-be", { why }) : "";
  return {
    finding: `${say("cases.since-run-as-of", { since: String(since), asOf, entries: entries.length, customers: customers.length, cases: reopened.length, fresh: count(fresh.length), lapsed: count(lapsed.length) })}${all}`,
    limit: evidence.limits[0] ?? "",
    blocks: tables.length > 0 ? tables : [note("Nothing changed that concerns a customer.")],
    details: listOf("Customers that are new or changed", customers),
    evidence,
  };
}

const entryTable = (entries: CasesChanges["entries"]): TableBlock =>
  trimmedTable(
    "Entries of lists",
    entries.flatMap(({ changes, ...entry }) =>
      changes.length === 0 ? [{ ...entry, column: "", before: null, after: null }] : changes.map((change) => ({ ...entry, ...change })),
    ),
    [
      ["list", ({ list }) => list],
      ["name", ({ name }) => name, flexible],
      ["what", ({ what }) => what],
      ["changed", ({ column }) => column],
      ["before", ({ before }) => before, flexible],
      ["after", ({ after }) => after, flexible],
    ],
  );

/** One customer with its cases and decisions. */
export function customerCasesView({ customer, state, versions, run, cases, decisions, evidence }: CustomerCases): View {
  const { id, name, names, kind, country, countryAs, born, identifiers, addresses } = customer;
  return {
    finding:
      run === null
        ? say("cases.not-screened-yet", { id, name })
        : say("cases.cases-in-run", {
            id,
            name,
            cases: cases.length,
            run: String(run),
            the: state === "closed" ? "; the customer is closed" : "",
          }),
    limit: evidence.limits[0] ?? "",
    blocks: filled([caseTable("Cases", cases), decisionTable(decisions)]),
    details: [
      facts("Customer", [
        ["Other names", names.join("; ")],
        ["Kind", kind],
        ["Country", country ?? countryAs],
        ["Born", born],
        ["Identifiers", identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join("; ")],
        ["Addresses", addresses.join("; ")],
      ]),
      versionTable(versions),
      ...cases.flatMap((line): readonly Block[] => matchFacts(line)),
    ],
    more: "the customer, its versions, why each case matches",
    evidence,
  };
}

const decisionTable = (decisions: CustomerCases["decisions"]): TableBlock =>
  trimmedTable("Decisions, in order", decisions, [
    ["no.", ({ seq }) => count(seq), right],
    ["entry", ({ entry }) => entry],
    [
      "what",
      ({ action, verdict, of }) =>
        [action, verdict, of === null ? null : say("cases.of-of-it", { ofIt: String(of) })].filter((word) => word !== null).join(" "),
    ],
    ["by", ({ user }) => user],
    ["at", ({ at }) => at.slice(0, 16).replace("T", " ")],
    ["second person", ({ second }) => (second ? "needed" : "")],
    ["why", ({ note: why }) => why, flexible],
  ]);

const versionTable = (versions: CustomerCases["versions"]): TableBlock =>
  trimmedTable("Versions", versions, [
    ["version", ({ version }) => count(version), right],
    ["recorded", ({ recordedAt }) => recordedAt.slice(0, 16).replace("T", " ")],
    ["by", ({ recordedBy }) => recordedBy],
    ["state", ({ state }) => state],
    [
      "changed",
      ({ changes }) => changes.map(({ column, before, after }) => `${column}: ${before ?? ""} > ${after ?? ""}`).join("; "),
      flexible,
    ],
  ]);

function matchFacts({ entry, match, changes }: CustomerCases["cases"][number]): readonly FactsBlock[] {
  const changed = changes.map(({ column, before, after }) => `${column}: ${before ?? "none"} > ${after ?? "none"}`).join("; ");
  if (match === null) return changed === "" ? [] : [facts(entry, [["Changed since", changed]])];
  if ("rule" in match) return [ownedFacts(match, changed)];
  const { name, issuer, listTitle, asked, matchedName, words, onlyAsked, onlyListed, numeralsDiffer, others } = match;
  return [
    facts(`${number(match.score)} ${name}`, [
      ["List", `${issuer} ${listTitle}`],
      ["Entry", entry],
      ["Names", say("cases.and", { asked, matchedName })],
      ["Words", words.map(({ asked: a, listed: b, rule }) => (a === b ? `${a} (${rule})` : `${a} = ${b} (${rule})`)).join(", ")],
      ["Only the customer", onlyAsked.map(({ word }) => word).join(" ")],
      ["Only the list", onlyListed.map(({ word }) => word).join(" ")],
      ["Numbers", numeralsDiffer ? "differ" : null],
      ["Beside the name", evidenceWords(others)],
      ["Changed since", changed],
    ]),
  ];
}

type Owned = Extract<CustomerCases["cases"][number]["match"], { readonly kind: "owned"; readonly rule: string }>;

const ownedFacts = ({ title, entry, asked, answer, state, counted: part, owners, sums, notLoaded }: Owned, changed: string): FactsBlock =>
  facts(say("cases.by-listed-parties", { owned: answer === "yes" ? "owned" : "perhaps owned", title }), [
    ["Entry", entry],
    ["In the tables", asked],
    ["A half or more", `${answer}: ${shareRange(part.low, part.high)}`],
    ["The rule", state],
    [
      "Listed owners",
      owners.map(({ owner, certain, party, list }) => say("cases.on", { owner, mayBe: certain ? "is" : "may be", party, list })).join("; "),
    ],
    ["The sums", sums.join("; ")],
    ["Lists not loaded", notLoaded.join(", ")],
    ["Changed since", changed],
  ]);
