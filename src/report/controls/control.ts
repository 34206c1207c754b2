import type { ControlShown, PartyRow, Reconciled, RuleLine } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../blocks.ts";
import { addressCell, economyByCode, sourceCell, technologyCell } from "../cell.ts";
import { flexible, right, sparseTable, wideFlexible } from "../table-of.ts";
import type { Block, Fact, View } from "../view.ts";
import { ruleStateWords, standingWords } from "./standing.ts";
import { ruleKind } from "./timeline.ts";

type Part = Pick<View, "finding" | "blocks" | "details">;

/** One list, party or rule. */
export function controlView(shown: ControlShown): View {
  const { id, asOf, list, parties, rule, evidence } = shown;
  const [party] = parties;
  const parts = [
    ...(list === null ? [] : [listPart(list, asOf)]),
    ...(party === undefined ? [] : [partyPart(party, parties)]),
    ...(rule === null ? [] : [rulePart(shown, rule)]),
  ];
  return {
    finding: parts[0]?.finding ?? say("control.is-not-known-on", { id, asOf }),
    limit:
      rule === null
        ? "Only loaded copies count: absence from a list is not clearance."
        : "The text of the rule is not loaded, and the timeline of rules has gaps.",
    blocks: parts.flatMap(({ blocks }) => blocks),
    details: parts.flatMap(({ details }) => details),
    more: "each reading in full, limits",
    evidence,
  };
}

function listPart({ list, title, issuer, readings, reconciled }: NonNullable<ControlShown["list"]>, day: string): Part {
  const rows = readings.map(({ origin, inForce }) => say("control.in", { inForce: count(inForce), origin })).join(", ");
  return {
    finding: `${issuer} ${title} (${list}). ${say("control.rows-in-force-on", { day, rows: rows || "none loaded" })}`,
    blocks: [
      sparseTable("Readings", readings, [
        ["reading", ({ origin }) => origin],
        ["copy or edition", ({ used }) => used ?? "day unknown"],
        ["in force", ({ inForce }) => count(inForce), right],
        ["undated", ({ startUnknown }) => count(startUnknown), right],
        ["what it cannot show", ({ caveats }) => caveats.join("; "), flexible],
      ]),
      ...(reconciled.length === 0
        ? []
        : [
            sparseTable("Readings compared: all rows of each are kept", reconciled, [
              ["first", ({ a }) => a, flexible],
              ["second", ({ b }) => b, flexible],
              ["agree", ({ same }) => count(same), right],
              ["differ", ({ differences }) => count(differences), right],
              ["only in the first", ({ onlyACount }) => count(onlyACount), right],
              ["only in the second", ({ onlyBCount }) => count(onlyBCount), right],
            ]),
          ]),
    ],
    details: reconciled.flatMap(pairBlocks),
  };
}

function pairBlocks({ a, b, differing, differences, onlyA, onlyACount, onlyB, onlyBCount }: Reconciled): readonly Block[] {
  const only = (of: string, ids: readonly string[], all: number): Fact => ({
    label: say("control.only-in", { ofIt: of }),
    value: all === 0 ? "none" : `${count(all)}: ${ids.slice(0, 5).join(", ")}${all > 5 ? ", ..." : ""}`,
  });
  const first = differences > differing.length ? say("control.the-first", { differing: String(differing.length) }) : "";
  return [
    { kind: "facts", title: say("control.compared-with", { a, b }), facts: [only(a, onlyA, onlyACount), only(b, onlyB, onlyBCount)] },
    sparseTable({ title: say("control.rows-that-differ-between", { a, b, first }), none: "none" }, differing, [
      ["name", ({ name }) => name, flexible],
      ["matched by", ({ by }) => by],
      ["differs in", ({ differs }) => differs.join(", "), flexible],
    ]),
  ];
}

function partyPart(party: PartyRow, rows: readonly PartyRow[]): Part {
  return {
    finding: `${partyName(party)}, ${party.issuer} ${party.listTitle}: ${standingOf(party)}.`,
    blocks: [
      partyFacts(party),
      ...(rows.length === 1
        ? []
        : [
            sparseTable("The same party in other readings and editions", rows.slice(1), [
              ["reading", readingOf],
              ["name", partyName, flexible],
              ["status", standingOf, flexible],
              ["entry", ({ entry }) => entry, wideFlexible],
            ]),
          ]),
    ],
    details: rows.slice(1).map((row) => partyFacts(row, say("control.reading", { row: partyName(row), reading: readingOf(row) }))),
  };
}

const partyName = ({ name, economies }: PartyRow): string => `${name}${economies.length > 0 ? ` (${economies.join(", ")})` : ""}`;

const readingOf = ({ origin, edition }: PartyRow): string => `${origin}${edition === null ? "" : say("control.of", { edition })}`;

const standingOf = ({ standing }: PartyRow): string =>
  standing === null ? "in a copy that a newer one has replaced" : standingWords(standing);

function partyFacts(row: PartyRow, title: string | null = null): Block {
  const others = row.names.filter((each) => each.name !== row.name).map((each) => `${each.name} (${each.kind})`);
  return facts(title, [
    ["List", `${row.issuer} ${row.listTitle}`],
    ["Reading", readingOf(row)],
    ["Entry", row.entry],
    ["Status", standingOf(row)],
    ["Published", row.published],
    ["Effective", row.effective],
    ["Ended", row.ended],
    ["Footnote", row.footnotes.join(", ")],
    ["Citation", row.citation],
    ["Requirement", row.requirement],
    ["Policy", row.policy],
    ["Programme", row.programme],
    ["Remark", row.remark],
    ["Address", addressCell(row.url)],
    ["Other names", others.join("; ")],
  ]);
}

/** ` since 2022-12-16`, of a rule that is in force. */
const inForceSince = ({ state, since }: RuleLine): string =>
  state === "in force" && since !== null ? say("control.since", { since }) : "";

const citedBy = (controls: number): string =>
  controls === 0 ? "No control of the atlas cites it." : say("control.cited-by-controls-of", { controls });

function rulePart({ controls, added, asOf, evidence }: ControlShown, rule: RuleLine): Part {
  const { title, basis, caveats } = rule;
  const told = facts(null, [
    ["Rule", `${rule.id}${rule.citation === null ? "" : `, ${rule.citation}`}`],
    ["Issuer", economyByCode(rule.issuer)],
    ["Type", rule.type],
    ["Kind", ruleKind(rule)],
    ["Published", rule.published ?? "unknown"],
    ["Known since", rule.known === rule.published ? null : rule.known],
    ["Effective", rule.effective ?? "unknown"],
    ["Last day", rule.ends],
    [
      "State",
      `${ruleStateWords(rule)}${basis === null ? "" : say("control.by-day-of", { effect: basis === "effective" ? "effect" : "publication" })}`,
    ],
    ["Caveats", caveats.join("; ")],
    ["Stated by", rule.origins.join(", ")],
    ["Note", rule.note],
    ["Address", addressCell(rule.url)],
    ["Rows of lists in force that cite it first", added > 0 ? count(added) : ""],
  ]);
  return {
    finding: `${say("control.rule-on", { id: rule.id, title, asOf, ruleState: ruleStateWords(rule), inForceSince: inForceSince(rule) })}${rule.state === "not known yet" ? "" : ` ${citedBy(controls.length)}`}`,
    blocks: [
      told,
      sparseTable("Controls of the atlas that cite it", controls, [
        ["technology", ({ technology, name }) => technologyCell(technology, name)],
        ["control", ({ what }) => what, flexible],
        ["effective", ({ effective }) => effective ?? "unknown"],
        ["until", ({ until }) => until],
        ["state", ({ state }) => state],
        ["source", ({ source }) => sourceCell(source, evidence.documents), { wide: true }],
      ]),
    ],
    details: [],
  };
}
