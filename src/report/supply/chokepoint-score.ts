import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import { numberRange, percent, percentInterval, percentRange, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { capital, listed, spaced } from "../../base/words.ts";
import { facts, list, section, table } from "../blocks.ts";
import { partyCell, technologyCell } from "../cell.ts";
import type { Block, Cell } from "../view.ts";

type Told = Pick<ChokepointReport, "home" | "names" | "evidence">;

/** A name by id; an id that has none stays as it is. */
export const nameOf = (names: ChokepointReport["names"], id: string): string => names[id] ?? id;

/** The name of an economy by itself, without the article that it has in a sentence. */
export const aloneName = (names: ChokepointReport["names"], id: string): string => nameOf(names, id).replace(/^the /, "");

/** An economy, or an organisation that stands for itself, as a cell of its own. */
export const economyCell = (id: string, names: ChokepointReport["names"]): Cell => partyCell(id, aloneName(names, id));

/** How much could be withheld, by whom, why, of which products, and what the answer hangs on. */
export function scoreBlocks(entry: Chokepoint, told: Told): readonly Block[] {
  return [
    section(headline(entry, told), [
      scoreFacts(entry, told),
      ...causeBlocks(entry, told),
      ...productBlocks(entry, told),
      ...hangsOnBlocks(entry),
    ]),
  ];
}

function headline({ holder, losses, loss }: Chokepoint, { home, names }: Told): string {
  const target = home === null ? "all others" : nameOf(names, home);
  if (holder === null) return say("chokepoint-score.no-foreign-holder-could", { target });
  const who = say("chokepoint-score.could-withhold-it-from", { names: capital(nameOf(names, holder.economy)), target });
  const [first] = losses;
  if (first === undefined) return say("chokepoint-score.which-loses-by-it", { who });
  return say("chokepoint-score.of-in-the-first", {
    who,
    loss: percent(first.loss[1]),
    itsUse: loss === "use" ? "its use" : "final output",
  });
}

function scoreFacts(entry: Chokepoint, { names }: Told): Block {
  const { losses, structural, loss, rank, holder, coalition, basis, year, unknownShare, marketSize, grade } = entry;
  const group = coalition && `${listed(coalition.members.map((id) => aloneName(names, id)))}, ${percentInterval(coalition.loss)}`;
  return facts(null, [
    ...losses.map(
      ({ months, loss: lost }) =>
        [
          say("chokepoint-score.lost-mean-of-months", { use: loss === "use" ? "Use" : "Final output", months: String(months) }),
          { text: percentInterval(lost), interval: lost },
        ] as const,
    ),
    ...losses.flatMap(({ months, growth }) =>
      growth[2] > 0
        ? [
            [
              say("chokepoint-score.new-capacity-not-added", { months: String(months) }),
              { text: percentInterval(growth), interval: growth },
            ] as const,
          ]
        : [],
    ),
    ["Structural dependence, with all worn out and nothing rebuilt", { text: percentInterval(structural), interval: structural }],
    [
      "Place",
      rank === null
        ? "none: one document of shares older than five years"
        : say("chokepoint-score.draws-carry", { mid: String(rank.mid), low: numberRange(rank.low, rank.high) }),
    ],
    [holder === null ? "" : aloneName(names, holder.economy), holder && holderWords(holder)],
    ["Smallest group abroad that could cost more than half", group ?? "none, in the model"],
    [
      "Shares",
      say("chokepoint-score.by-weakest-grade", {
        basis: basis ?? "varieties",
        yearUnknown: String(year === null ? "year unknown" : year),
        grade,
      }),
    ],
    ["World supply without a known provider", percent(unknownShare)],
    ["World market a year", usdBnInterval(marketSize)],
  ]);
}

const holderWords = ({ share, high, reachable }: NonNullable<Chokepoint["holder"]>): string =>
  share === null
    ? say("chokepoint-score.could-withhold-most-of", { reachable: percentInterval(reachable) })
    : say("chokepoint-score.holds-and-reaches-of", { share: percentRange(share, high ?? share), reachable: percentInterval(reachable) });

/** Each cause with the titles of its documents; its link leads to the first that has an address. */
function causeBlocks({ causes }: Chokepoint, { evidence }: Told): readonly Block[] {
  if (causes.length === 0) return [];
  const items = causes.map(({ kind, text, sources }): Cell => {
    const documents = evidence.documents.filter(({ id }) => sources.includes(id));
    const from = documents.length > 0 ? ` (${documents.map(({ title }) => title).join("; ")})` : "";
    const address = documents.find(({ url }) => url !== null)?.url ?? null;
    const words = `${capital(kind)}: ${text}${from}`;
    return address === null ? words : { text: words, link: { to: "url", address } };
  });
  return [list("Why", items)];
}

const madeWords = {
  yes: "",
  no: "not made by the home",
  unknown: "whether the home makes it is unknown",
  withheld: "as it could be without the control in force",
};

function productBlocks({ products }: Chokepoint, { names }: Told): readonly Block[] {
  if (products.length === 0) return [];
  return [
    table(
      "Products that would be lost",
      [{ title: "product", flexible: true }, { title: "lost" }, { title: "made by the home", flexible: true }],
      products.map(({ product, loss, made }) => [
        technologyCell(product, nameOf(names, product)),
        { text: percentInterval(loss), interval: loss },
        { text: madeWords[made], faint: true },
      ]),
    ),
  ];
}

/** The structural dependence with one input at its ends and the others in the middle, widest first. */
function hangsOnBlocks({ hangsOn, structural }: Chokepoint): readonly Block[] {
  if (hangsOn.length === 0) return [];
  return [
    table(
      "What the structural dependence hangs on",
      [{ title: "input", flexible: true }, { title: "grade" }, { title: "at its ends" }],
      hangsOn.map(({ parameter, grade, low, high }) => {
        const [from, to] = [Math.min(low, high), Math.max(low, high)];
        return [
          capital(spaced(parameter)),
          { text: grade, faint: true },
          { text: percentRange(from, to), interval: [from, structural[1], to] },
        ];
      }),
    ),
  ];
}
