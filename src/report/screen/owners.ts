import type { FirmLine, OwnersReport, PartyOwners, RuleOwners } from "../../answers/screen/owners-report.ts";
import { counted as countedOf, shareRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { capital } from "../../base/words.ts";
import { list, note, section } from "../blocks.ts";
import { filled, flexible, right, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";

/** Whether listed parties own a half or more of a party: by each rule, then the sum that it rests on. */
export function ownersView({ query, asOf, parties, statement, evidence }: OwnersReport): View {
  const [only] = parties;
  const alone = parties.length === 1 && only !== undefined;
  return {
    finding: alone
      ? finding(only, asOf)
      : say("owners.of-the-tables-of", {
          counted: countedOf(parties.length, "party", "parties"),
          query,
          parties: parties.map((each) => `${each.name} (${each.id}): ${answersOf(each)}`).join("; "),
        }),
    limit: statement,
    blocks: alone ? partyBlocks(only) : parties.map((each): Block => section(`${each.name} (${each.id})`, partyBlocks(each))),
    details: parties.flatMap((each) => each.rules.map((rule): Block => section(`${each.name}: ${rule.title}`, ruleBlocks(rule)))),
    more: "every owner with share, days and source, by each rule",
    evidence,
  };
}

/** The rules, that under which listed parties own most first. */
const ranked = ({ rules }: PartyOwners): readonly RuleOwners[] =>
  [...rules].sort((a, b) => b.counted.low - a.counted.low || b.counted.high - a.counted.high);

const shares = ({ low, high }: RuleOwners["counted"]): string => shareRange(low, high);

function finding(party: PartyOwners, day: string): string {
  const [rule] = ranked(party);
  const itself = party.rules.flatMap(({ listedItself }) => listedItself)[0];
  const own =
    itself === undefined
      ? ""
      : say("owners.on", { itIs: itself.certain ? "It is itself" : "It may itself be", party: itself.party, list: itself.list });
  if (party.by === null) return `${say("owners.no-table-of-owners", { name: party.name, day })}${own}`;
  if (rule === undefined) return say("owners.no-rule-asks-for", { name: party.name });
  return `${say("owners.listed-parties-own-of", { name: party.name, shares: shares(rule.counted), day })} ${say("owners.a-half-or-more", { answers: answersOf(party) })}${own}`;
}

/** `yes (bis-affiliates), not known (ofac-50-percent)`; one word where all rules have the same. */
function answersOf({ rules }: PartyOwners): string {
  const words = (["yes", "not known", "no"] as const).flatMap((word) => {
    const of = rules.filter(({ answer }) => answer === word).map(({ rule }) => rule);
    return of.length === 0 ? [] : [of.length === rules.length ? word : `${word} (${of.join(", ")})`];
  });
  return words.join(", ");
}

function partyBlocks(party: PartyOwners): readonly Block[] {
  const rules = ranked(party);
  const [rule] = rules;
  const table = sparseTable("By rule", rules, [
    ["rule", ({ rule: id }) => id],
    ["a half or more", ({ answer }) => answer],
    ["owned by listed", ({ counted }) => shares(counted), right],
    ["shares multiplied", ({ multiplied }) => shares(multiplied), right],
    ["rule on the day", ({ state }) => state, flexible],
  ]);
  const doubts = rule === undefined || rule.state === "in force" ? [] : [rule.stateWords];
  const sums = rule === undefined ? [] : rule.firms.map(({ name, words }) => `${name}: ${words}`);
  return [table, ...(sums.length === 0 ? [] : [list(say("owners.the-sum-by", { rule: rule?.rule }), sums)]), ...doubts.map(note)];
}

function ruleBlocks(rule: RuleOwners): readonly Block[] {
  const { citation, stateWords, notLoaded, listedItself } = rule;
  return [
    note(`${citation}. ${stateWords} ${capital(rule.note)}.`),
    ...(notLoaded.length === 0 ? [] : [note(say("owners.not-loaded-so-missing", { notLoaded: notLoaded.join(", ") }))]),
    ...filled([
      sparseTable("Listed itself", listedItself, [
        ["party", ({ party }) => party, flexible],
        ["list", ({ list: id }) => id],
        ["sure", ({ certain }) => (certain ? "yes" : "by a likeness of names")],
        ["entry", ({ entry }) => entry, wideFlexible],
      ]),
      ...rule.firms.map(firmTable),
    ]),
  ];
}

const firmTable = ({ name, owners, words }: FirmLine): TableBlock =>
  sparseTable(say("owners.owners-of", { name, words }), owners, [
    ["owner", ({ name: owner, id }) => owner ?? id, flexible],
    ["share", ({ low, high, stated }) => `${shareRange(low, high)}${stated ? "" : ", not stated"}`, right],
    ["counts", ({ counts }) => counts],
    ["because", ({ because }) => because, flexible],
    ["relation", ({ relation, differs }) => `${relation}${differs ? "; sources differ" : ""}`, wideFlexible],
    ["since", ({ since }) => since, wide],
    ["until", ({ until }) => until, wide],
    ["source", ({ sources }) => sources.join("; "), wideFlexible],
  ]);
