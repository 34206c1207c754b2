import type { HolderCard } from "../../answers/patents/technology-patents-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../blocks.ts";
import { economyByCode, holderCell, linkedCell, technologyCell } from "../cell.ts";
import { flexible, right, tableOf, wide } from "../table-of.ts";
import type { TableBlock, View } from "../view.ts";
import { countFacts, inForceText, joined } from "./patent-figures.ts";

/** All that is known of one holder of patents. */
export function holderView(card: HolderCard): View {
  const { technologies, unassigned, names } = card;
  const table = tableOf({ title: "Technologies (a patent may count in several)", most: 10 }, technologies, [
    ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
    ["id", ({ technology }) => technology, wide],
    ["patents", ({ documents }) => count(documents), right],
  ]);
  const rest = unassigned > 0 ? [["no technology of the map", "", count(unassigned)]] : [];
  return {
    finding: `${say("holder.holds-loaded-patent-documents", { name: card.name, documents: card.documents, granted: count(card.granted) })} ${say("holder.loaded-documents-cite-them", { citedBy: count(card.citedBy) })}`,
    limit: "Only loaded patents count: a set of searches is not a sample of all patents.",
    blocks: [
      facts(null, [
        ["Holder", holderCell(card.holder)],
        ["Seat", card.economy === null ? "unknown" : economyByCode(card.economy)],
        [
          "Organisation",
          card.organisation === null ? "none in the atlas" : linkedCell(card.organisation, { to: "organisation", id: card.organisation }),
        ],
        ...(card.today
          ? [[say("holder.its-patents-on", { asOf: card.asOf }), say("holder.with", { name: card.today.name })] as const]
          : []),
        ...(card.group ? [["Belongs to", card.group.name] as const] : []),
        ...countFacts(card.counts),
        [say("holder.inventions-in-force-on", { asOf: card.asOf }), inForceText(card.inForce)],
      ]),
      { ...table, rows: [...table.rows, ...rest] },
      ...caseBlocks(card),
    ],
    details: [
      ...linkBlocks(card),
      tableOf("Documents by year", card.years, [
        ["year", ({ year }) => (year === null ? null : String(year))],
        ["documents", ({ documents }) => count(documents), right],
      ]),
      tableOf("Names as printed", names, [
        ["name", ({ name }) => name, flexible],
        ["rule", ({ rule }) => rule],
        ["documents", ({ documents }) => count(documents), right],
      ]),
    ],
    evidence: card.evidence,
  };
}

/** What a holder is of others, with the document that says so. */
const linkBlocks = ({ links }: HolderCard): readonly TableBlock[] =>
  links.length === 0
    ? []
    : [
        tableOf("What it is of another holder", links, [
          ["relation", ({ relation }) => relationWords[relation]],
          ["holder", ({ other, name }) => `${name} (${other})`, flexible],
          ["since", ({ since }) => since],
          ["until", ({ until }) => until],
          ["rule", ({ rule }) => rule],
          ["by", ({ source }) => source, flexible],
        ]),
      ];

const relationWords = { unit: "unit of", acquired: "bought by", belongs: "institute of", merged: "merged into" } as const;

/** The newest cases in which a holder is owner of the patents or the other side. */
export function caseBlocks({ cases, caseCount: { owner, other } }: Pick<HolderCard, "cases" | "caseCount">): readonly TableBlock[] {
  if (cases.length === 0) return [];
  const sides = say("holder.owner-in-other-side", { owner: count(owner), other: count(other), cases: count(cases.length) });
  return [
    tableOf({ title: say("holder.suits-itc-cases-reviews", { sides }), most: 5 }, cases, [
      ["until", ({ decided, filed }) => decided ?? (filed === null ? null : say("holder.filed", { filed }))],
      ["side", ({ side }) => side],
      ["against", ({ against }) => against.map(({ name }) => name).join("; ") || null, flexible],
      ["forum", ({ forum }) => forum, flexible],
      ["about", ({ technologies, title }) => joined(technologies) ?? title, flexible],
      ["ended for the owner", ({ ended, outcome }) => `${ended}: ${outcome ?? "outcome unknown"}`, flexible],
      ["named as, by rule", ({ printed, rule }) => `${printed} (${rule})`, flexible],
    ]),
  ];
}
