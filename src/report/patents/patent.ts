import type { PatentCard } from "../../answers/patents/patent-card.ts";
import { count, number, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, said } from "../../base/words.ts";
import { owesNoFees } from "../../measure/patents/in-force.ts";
import { facts, note } from "../blocks.ts";
import { cellOf, holderCell, linkedCell, technologyCell } from "../cell.ts";
import { flexible, tableOf } from "../table-of.ts";
import type { Block, Cell, FactsBlock, TableBlock, View } from "../view.ts";
import { citationDetails, citationMeasures } from "./patent-citations.ts";
import { joined } from "./patent-figures.ts";

/** All that is known of one patent document. */
export function patentView(card: PatentCard): View {
  return {
    finding: card.finding,
    limit: "Only loaded documents are counted as citing it.",
    blocks: [head(card), citationMeasures(card)],
    details: [...record(card), ...familyAndTime(card), ...citationDetails(card), ...legal(card)],
    more: "claim, family, timeline, inventors, classes, references, refusals, cases",
    evidence: card.evidence,
  };
}

function head(card: PatentCard): FactsBlock {
  const { inForce, holders, technologies, citations } = card;
  const granted = card.granted === null ? "grant unknown" : card.granted ? "granted" : "not granted";
  return facts(null, [
    ["Title", card.title ?? "unknown"],
    ["Document", [card.document, card.type ?? "type unknown", granted, card.day ?? "day unknown"].join(", ")],
    ["Holder", holdersWithRoles(holders)],
    ["Owner now", ownersSince(card)],
    ["Filed", card.filed ?? "unknown"],
    [lifeLabel(inForce), lifeWords(inForce)],
    ["Term to", termWords(inForce, owesNoFees(card))],
    ...technologies.map(
      ({ technology, name }, at) =>
        [
          technologies.length > 1 ? say("patent.technology", { at: String(at + 1) }) : "Technology",
          technologyCell(technology, name ?? technology),
        ] as const,
    ),
    ["Technology", technologies.length === 0 ? "none by the rules" : null],
    [
      "Cited by",
      citations.citedBy === 0
        ? "no loaded document"
        : say("patent.documents-of-them-loaded", { documents: citations.citedBy, citingLoaded: count(citations.citingLoaded) }),
    ],
  ]);
}

/** Each once in each role, with the way to what it holds. */
function holdersWithRoles(holders: PatentCard["holders"]): Cell {
  const told = new Map(holders.map(({ holder, name, printed, role }) => [`${name ?? printed} (${role})`, holder]));
  return told.size === 0 ? "unknown" : cellOf([...told].map(([text, holder]) => (holder === null ? text : holderCell(holder, text))));
}

/** Owners on the day, where they are others than those who filed. */
function ownersSince({ owners, holders }: PatentCard): string | null {
  const filed = new Set(holders.map(({ holder }) => holder));
  const isOther = owners.some(({ holder }) => !filed.has(holder));
  return isOther ? owners.map(({ name, rule }) => `${name} (${rule})`).join("; ") : null;
}

const bases: Readonly<Record<NonNullable<PatentCard["inForce"]>["basis"], string>> = {
  "not-granted": "it is not granted, or not yet",
  ended: "an event ended it",
  term: "its term is over",
  events: "the events of its office are loaded, and none has ended it",
  "no-fees": "within its term, and no fees are due; court decisions are not loaded",
  survival: "estimated from other patents of its office and age",
  unknown: "no record shows it",
};

/** What `lifeWords` tells: whether a document is in force, or the chance of it. */
function lifeLabel(life: PatentCard["inForce"]): string {
  if (life === null) return "In force";
  const { low, high, asOf } = life;
  const isEstimated = low !== null && high !== null && low < 1 && high > 0;
  return say("patent.on", { chanceTo: isEstimated ? "Chance to be in force" : "In force", asOf });
}

/** Whether a document is in force, and why. */
export function lifeWords(life: PatentCard["inForce"]): string {
  if (life === null) return "unknown, its own record is not loaded";
  const { low, high, basis } = life;
  if (low === null || high === null) return say("patent.unknown", { bases: bases[basis] });
  const chance = low === 1 ? "yes" : high === 0 ? "no" : percentRange(low, high);
  return `${chance}: ${bases[basis]}`;
}

/** What a term counts from. */
const termFrom: Readonly<Record<NonNullable<NonNullable<PatentCard["inForce"]>["termRule"]>, string>> = {
  filing: "from its filing",
  "earliest-claimed": "from the earliest filing it claims",
  grant: "from grant",
  "earlier-patent": "with the patent that it follows",
  disclaimer: "where its terminal disclaimer says",
};

/** The last day of a term, what it counts from, and what it leaves out; `feeless` rights end on it whatever is paid. */
function termWords(life: PatentCard["inForce"], feeless: boolean): string {
  if (life === null) return "unknown";
  const { termEnd, termRule, termYears, latestEnd, basis, adjustmentDays } = life;
  if (termEnd === null || termRule === null) return basis === "term" ? "counted from its grant, as its filing is unknown" : "unknown";
  const years = termYears === null ? "" : say("patent.years", { termYears: String(termYears) });
  const fromFiling = termRule === "filing" || termRule === "earliest-claimed";
  const adjusted =
    fromFiling && !life.terminalDisclaimer && adjustmentDays ? say("patent.and-days-of-adjustment", { days: adjustmentDays }) : "";
  const parts = said(
    `${termEnd}${feeless ? "" : " if fees are paid"}: ${years}${termFrom[termRule]}${adjusted}`,
    life.terminalDisclaimer && (fromFiling || termRule === "grant") ? say("patent.a-terminal-disclaimer-ends", { latestEnd }) : false,
    adjustmentDays === null && fromFiling && "adjustment unknown",
    life.opposed !== null && say("patent.opposed-on", { opposed: life.opposed }),
  );
  return parts.join("; ");
}

function record(card: PatentCard): readonly Block[] {
  const { network, text, publications, records } = card;
  const kinds = joined(publications.flatMap(({ kind }) => kind ?? [])) ?? "unknown";
  const beauty = network?.sleepingBeauty;
  const inventors = card.inventors.map(({ name, economy }) => (economy === null ? name : `${name} (${economy})`));
  const classes = card.classes.map(({ scheme, symbol, role }) => `${scheme.toUpperCase()} ${symbol}${role === null ? "" : ` ${role}`}`);
  const byRule = card.technologies.map(({ technology, rules }) => `${technology} (${rules.join(", ")})`);
  const record: readonly (readonly [string, string])[] = [
    ["Office and kinds", `${card.office}; ${kinds}`],
    ["Priority", card.priority ?? "unknown"],
    ["Application", card.application ?? "unknown"],
    ["Family", card.family ?? "unknown"],
    ["Inventors", inventors.join("; ") || "not loaded"],
    ["Classes", classes.join("; ") || "not loaded"],
    ["Technologies by rule", byRule.join("; ") || "none by the rules"],
    ["PageRank", number(network?.pagerank ?? null)],
    [
      "Sleeping beauty",
      beauty == null ? "unknown" : say("patent.woke-after-years", { beauty: number(beauty), years: network?.awakening ?? 0 }),
    ],
    [
      "Text",
      text === null
        ? "unknown, no abstract in English is loaded"
        : say("patent.backward-similarity-forward-in", {
            backward: number(text.backward),
            forward5y: number(text.forward5y),
            forward10y: number(text.forward10y),
            impact: number(text.impact),
            breakthrough: text.breakthrough === true ? ", a breakthrough" : "",
          }),
    ],
    [
      "Read from",
      listed(records.map(({ file, record: at, load }) => say("patent.record-load", { file, at: count(at), load }))) ||
        "no record of its own",
    ],
  ];
  return [
    facts("Record", record),
    tableOf("Holders", card.holders, [
      ["role", ({ role }) => role],
      ["as printed", ({ printed }) => printed, flexible],
      ["holder", ({ name }) => name, flexible],
      ["organisation", ({ organisation }) => organisation ?? "", flexible],
      ["economy", ({ economy }) => economy],
      ["rule", ({ rule }) => rule ?? ""],
    ]),
  ];
}

/** First claim, members of the family beneath what they come from, and what happened when. */
function familyAndTime({ claims, familyMembers, timeline }: PatentCard): readonly Block[] {
  const depths = treeOf(familyMembers);
  return [
    ...claims.map(({ language, text }) => note(say("patent.first-claim", { language: language === null ? "" : ` (${language})`, text }))),
    tableOf(say("patent.family-loaded-documents", { documents: familyMembers.length }), depths, [
      ["document", ({ member, depth }) => linkedCell(`${"- ".repeat(depth)}${member.document}`, { to: "patent", id: member.document })],
      ["filed", ({ member }) => member.filed],
      ["day", ({ member }) => member.day],
      ["comes from", ({ member }) => member.parents.map(({ relation, other }) => `${relation} ${other}`).join("; "), flexible],
      ["joined by", ({ member }) => member.rule],
      ["title", ({ member }) => member.title, flexible],
    ]),
    tableOf("Timeline", timeline, [
      ["day", ({ day }) => day],
      ["of", ({ of }) => of],
      ["what", ({ what }) => what, flexible],
    ]),
  ];
}

interface Placed {
  readonly member: PatentCard["familyMembers"][number];
  readonly depth: number;
}

/** Members in order of the tree: each beneath the first member that it comes from. */
function treeOf(members: PatentCard["familyMembers"]): readonly Placed[] {
  const placed = new Set<string>();
  const place = (member: Placed["member"], depth: number): readonly Placed[] => {
    if (placed.has(member.document)) return [];
    placed.add(member.document);
    const children = members.filter(({ parents }) => parents.find((parent) => parent.member !== null)?.member === member.document);
    return [{ member, depth }, ...children.flatMap((child) => place(child, depth + 1))];
  };
  const roots = members.filter(({ parents }) => parents.every((parent) => parent.member === null));
  // Members that name one another in a circle have no root
  return [...roots, ...members].flatMap((member) => place(member, 0));
}

const legal = (card: PatentCard): readonly TableBlock[] =>
  [
    tableOf("Refusals over it, and of its own application", card.blocks, [
      ["application", ({ application }) => application],
      ["refused", ({ refused }) => refused],
      ["cited", ({ cited }) => cited],
      ["ground", ({ ground }) => ground, flexible],
      ["date", ({ date }) => date],
    ]),
    tableOf("Suits and cases that name it", card.cases, [
      ["id", ({ id }) => id],
      ["forum", ({ forum }) => forum],
      ["kind", ({ kind }) => kind],
      ["plaintiff", ({ plaintiff }) => plaintiff, flexible],
      ["defendant", ({ defendant }) => defendant, flexible],
      ["outcome", ({ outcome }) => outcome, flexible],
    ]),
    tableOf("Legal events", card.events, [
      ["date", ({ date }) => date],
      ["event", ({ kind }) => kind],
      ["code", ({ code }) => code ?? ""],
      ["note", ({ note }) => note ?? "", flexible],
    ]),
    tableOf("Linked applications", card.links, [
      ["relation", ({ relation }) => relation],
      ["other", ({ other }) => other],
      ["date", ({ date }) => date ?? ""],
    ]),
  ].map((table) => ({ ...table, none: "none loaded" }));
