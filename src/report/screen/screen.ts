import type { ScreenHit, ScreenReport, ScreenResult } from "../../answers/screen/screen-report.ts";
import { present } from "../../base/collections.ts";
import { count, number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { isInvented } from "../../link/party-lists.ts";
import { facts, note, section } from "../blocks.ts";
import { addressCell, economyByCode } from "../cell.ts";
import { countedDay, sinceWords, standingWords } from "../controls/standing.ts";
import { filled, flexible, right, sparseTable, trimmedTable, wideFlexible } from "../table-of.ts";
import type { Block, FactsBlock, TableBlock, View } from "../view.ts";
import { evidenceWords } from "./other-evidence.ts";

/** Each name with the rows that it may be, then what was searched and what that cannot show. */
export function screenView(report: ScreenReport): View {
  const { results, lists, asOf, by, thresholds, statement, evidence } = report;
  const [only] = results;
  const readings = lists.flatMap((list) => list.readings.map((reading) => ({ ...list, ...reading })));
  const searched = sparseTable(say("screen.lists-searched-as-of", { asOf, countedDay: countedDay(by) }), readings, [
    ["list", ({ list }) => list],
    ["issuer", ({ issuer }) => economyByCode(issuer)],
    ["title", ({ title }) => title, flexible],
    ["reading", ({ origin, used }) => `${origin}${used === null ? "" : say("screen.of", { used })}`, flexible],
    ["in force", ({ inForce }) => count(inForce), right],
  ]);
  const least = say("screen.a-row-is-a", { organisation: number(thresholds.organisation), person: number(thresholds.person) });
  const alone = results.length === 1 && only !== undefined;
  return {
    finding: isInvented(lists) ? inventedFinding(results, asOf) : findingOf(results, asOf),
    limit: statement,
    blocks: [
      ...(alone ? resultBlocks(only) : [resultTable(results)]),
      ...(alone && only.owners !== undefined && only.fault === null ? [note(only.owners.words)] : []),
      note(`${say("screen.lists-searched", { lists: lists.length, listsOther: lists.map(({ title }) => title).join(", ") })} ${least}`),
    ],
    details: [
      ...(alone
        ? hitSections(only)
        : results.map((result): Block => section(shortName(result.name), [...resultBlocks(result), ...hitSections(result)]))),
      searched,
    ],
    more: "why each row matches, lists searched",
    evidence,
  };
}

const findingOf = (results: readonly ScreenResult[], day: string): string => {
  const [only, second] = results;
  return only !== undefined && second === undefined ? oneFinding(only, day) : manyFinding(results, day);
};

/** Who is not on the invented list was not screened. */
function inventedFinding(results: readonly ScreenResult[], day: string): string {
  const [only, second] = results;
  if (only !== undefined && second === undefined && only.fault !== null) return `"${shortName(only.name)}": ${only.fault.message}`;
  return say("screen.on-an-invented-list", { finding: findingOf(results, day) });
}

function oneFinding({ name, total, hits, matched, fault, decided }: ScreenResult, day: string): string {
  if (fault !== null) return say("screen.could-not-be-screened", { name: shortName(name) });
  if (total === 0 && decided.length === 0)
    return `${say("screen.no-possible-match-in", { name, day })} ${say("screen.that-is-not-clearance")}`;
  const cut = total > hits.length ? say("screen.of-which-are-shown", { hits: count(hits.length) }) : "";
  const aside = total > 0 && !matched ? ", all set aside by decisions" : "";
  return `${say("screen.possible-matches-in-force", { name, matches: total, day, cut, aside })} ${say("screen.check", { each: total === 1 ? "it" : "each" })}`;
}

const manyFinding = (results: readonly ScreenResult[], day: string): string => {
  const faults = results.filter(({ fault }) => fault !== null).length;
  const failed = faults === 0 ? "" : say("screen.names-could-not-be", { names: faults });
  return `${say("screen.of-names-may-be", { results: count(results.filter(({ matched }) => matched).length), names: results.length, day })}${failed}`;
};

/** One line a name. */
const resultTable = (results: readonly ScreenResult[]): TableBlock =>
  sparseTable("Names", results, [
    ["name", ({ name }) => shortName(name), flexible],
    ["in force", ({ total, fault }) => (fault === null ? count(total) : ""), right],
    ["best score", ({ hits: [best] }) => best && number(best.score), right],
    ["best match", ({ hits: [best], fault }) => (fault === null ? best && partyOf(best) : `${fault.code}: ${fault.message}`), flexible],
    ["on", ({ lists }) => lists.join(", "), flexible],
    ["owned by listed", ({ owners }) => (owners === undefined || owners.rule === null ? "" : owners.answer)],
    ["decided", ({ total, matched }) => (total > 0 && !matched ? "all set aside" : "")],
  ]);

const mostName = 60;

const shortName = (name: string): string => (name.length > mostName ? `${name.slice(0, mostName)} ...` : name);

const partyOf = ({ name, economies }: ScreenHit): string => `${name}${economies.length > 0 ? ` (${economies.join(", ")})` : ""}`;

function resultBlocks({ hits, decided, notInForce, fault }: ScreenResult): readonly Block[] {
  if (fault !== null) return [note(`${fault.code}: ${fault.message}`)];
  return filled([
    hitTable("Possible matches, in force", hits),
    sparseTable("Decided before", decided, [
      ["party", ({ party }) => party, flexible],
      ["list", ({ list }) => list],
      ["status", ({ standing }) => standingWords(standing), flexible],
      ["decision", ({ decision }) => decidedWords(decision), flexible],
      ["entry", ({ decision }) => decision.entry, wideFlexible],
    ]),
    hitTable("Not in force on the day", notInForce),
  ]);
}

const hitTable = (title: string, hits: readonly ScreenHit[]): TableBlock => ({
  ...trimmedTable(title, hits, [
    ["score", ({ score }) => number(score), right],
    ["listed party", partyOf, flexible],
    ["list", ({ issuer, listTitle }) => `${issuer} ${listTitle}`, flexible],
    ["since", ({ standing }) => (standing.status.startsWith("listed") ? sinceWords(standing) : standingWords(standing)), flexible],
    ["citation", ({ citation }) => citation, wideFlexible],
    [
      "decision",
      ({ decision }) =>
        decision && (decision.customer === null ? say("screen.name-alone", { verdict: decision.verdict }) : decision.verdict),
    ],
  ]),
  most: 8,
});

const hitSections = ({ hits, notInForce }: ScreenResult): readonly Block[] =>
  [...hits, ...notInForce].map((hit) => hitFacts(hit, `${number(hit.score)} ${partyOf(hit)}`));

/** Why a row may be the party asked for, and what the list says of it. */
function hitFacts(hit: ScreenHit, title: string): FactsBlock {
  const { issuer, listTitle, origin, entry, citation, url, footnotes, requirement, links, decision, place } = hit;
  return facts(title, [
    ["List", say("screen.reading", { issuer, listTitle, origin })],
    ["Status", standingWords(hit.standing)],
    ["Matched by", matchedName(hit)],
    ["Where listed", place === "other" ? "listed in other economies than the one asked for" : null],
    ["Words", words(hit)],
    ["Beside the name", evidenceWords(hit.others)],
    ["Born", hit.born.join("; ")],
    [
      "Identifiers",
      hit.identifiers.map(({ scheme, value, economy: by }) => `${scheme} ${value}${by === null ? "" : ` (${by})`}`).join("; "),
    ],
    ["Addresses", hit.addresses.join("; ")],
    ["Cited", citation ?? addressCell(url) ?? "no citation and no address on the list"],
    ["Footnote", footnotes.join(", ")],
    ["Requirement", requirement],
    ["Stated links", links.map(({ relation, other, date }) => `${relation} ${other}${date === null ? "" : ` (${date})`}`).join("; ")],
    ["Entry", entry],
    ["Decision", decision && decidedWords(decision)],
  ]);
}

function matchedName({ name, matchedName: by, matchedNameFrom: from }: ScreenHit): string | null {
  if (from === null) return by === name ? null : say("screen.the-name", { by });
  return say("screen.the-name-of-in", {
    by,
    organisation: from.organisation,
    source: from.source ?? "unknown",
    fromBy: from.by,
    rule: from.rule,
  });
}

function words({ words: matched, onlyAsked, onlyListed, numeralsDiffer }: ScreenHit): string {
  return present(
    matched.map(({ asked, listed, rule }) => (asked === listed ? `${asked} (${rule})` : `${asked} = ${listed} (${rule})`)).join(", "),
    onlyAsked.length > 0 && say("screen.only-asked", { onlyAsked: onlyAsked.map(({ word }) => word).join(" ") }),
    onlyListed.length > 0 && say("screen.only-listed", { onlyListed: onlyListed.map(({ word }) => word).join(" ") }),
    numeralsDiffer && "numbers differ",
  ).join("; ");
}

/** `decided true on 2026-01-02 for the name alone: note`. */
const decidedWords = ({ verdict, decidedAt, note, customer }: NonNullable<ScreenHit["decision"]>): string =>
  say("screen.decided-on", {
    verdict,
    decidedAt: decidedAt.slice(0, 10),
    forThe: customer === null ? " for the name alone" : say("screen.for-customer", { customer }),
    note: note === null ? "" : `: ${note}`,
  });
