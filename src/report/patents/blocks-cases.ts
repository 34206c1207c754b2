import type { FreedomToOperate } from "../../answers/exclusion/freedom-report.ts";
import { count, counted, numberRange, percent, percentRange } from "../../base/format.ts";
import { holderCell, linkedCell, patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";
import { joined } from "./patent-figures.ts";

type Rate = FreedomToOperate["rates"][number];
type Published = FreedomToOperate["published"][number];

/** How often owners win: in the loaded cases, and as published. */
export const freedomBlocks = (freedom: FreedomToOperate): readonly Block[] => [
  ...(freedom.rates.length === 0 ? [] : [ratesBlock(freedom)]),
  publishedBlock("Published: how often owners win, and how often cases settle", freedom.published.filter(isOutcome), 10),
];

/** What a reader asks first: whether owners win and validity holds in chips or all patents. */
const isOutcome = ({ quantity }: Published): boolean => /wins|granted when|violation|settled|gets relief/.test(quantity);

/** Cases, holders, registers, and all published rates. */
export const freedomDetails = (freedom: FreedomToOperate): readonly Block[] => [
  casesBlock(freedom),
  ...(freedom.holdersInAll === 0 ? [] : [holdersBlock(freedom)]),
  ...(freedom.registered === 0 ? [] : [registeredBlock(freedom)]),
  publishedBlock("Published base rates", freedom.published),
];

const casesBlock = ({ rows, cases }: FreedomToOperate): TableBlock =>
  tableOf(`Suits, ITC cases, reviews, licences (${count(rows.length)} newest of ${count(cases)})`, rows, [
    ["until", ({ decided, filed }) => decided ?? (filed === null ? null : `filed ${filed}`)],
    ["owner", ({ owner }) => owner, flexible],
    ["other side", (row) => (row.owner === row.defendant ? row.plaintiff : row.defendant), flexible],
    ["forum", ({ forum }) => forum, flexible],
    ["about", ({ technologies, title }) => joined(technologies.map(({ technology }) => technology)) ?? title, flexible],
    ["ended", ({ ended, outcome }) => `${ended}: ${outcome ?? "outcome unknown"}`, flexible],
    ["source", ({ url, place }) => (url === null ? `${place.file}:${place.line}` : linkedCell(url, { to: "url", address: url })), flexible],
  ]);

const holdersBlock = ({ holders, holdersInAll, withOwner, withKnownOwner }: FreedomToOperate): TableBlock =>
  tableOf(
    `By holder (${count(holders.length)} of ${count(holdersInAll)}); ${counted(withOwner, "case")} with an owner, ${count(withKnownOwner)} of them known to the map`,
    holders,
    [
      ["holder", ({ holder, name, known }) => (known ? holderCell(holder, name) : name), flexible],
      ["id", ({ holder, known }) => (known ? holder : "not known"), flexible],
      ["as owner", ({ asOwner }) => count(asOwner), right],
      ["won", ({ won }) => count(won), right],
      ["lost", ({ lost }) => count(lost), right],
      ["other side", ({ asOther }) => count(asOther), right],
    ],
  );

const registeredBlock = ({ events, registered }: FreedomToOperate): TableBlock =>
  tableOf(`Licences, oppositions and revocations in registers (${count(events.length)} newest of ${count(registered)})`, events, [
    ["date", ({ date }) => date],
    ["document", ({ document }) => patentCell(document)],
    ["kind", ({ kind }) => kind],
    ["holder", ({ holders }) => joined(holders), flexible],
    ["note", ({ note }) => note ?? "", flexible],
    ["source", ({ place }) => `${place.file}:${place.line}`],
  ]);

function ratesBlock({ rates }: FreedomToOperate): TableBlock {
  const rows = rates.flatMap((each) => [
    { of: "all", ...each },
    { of: "chips", forum: each.forum, holderKind: each.holderKind, ...each.chips },
  ]);
  const range = (bounds: Rate["wilson"]): string => (bounds === null ? "" : percentRange(bounds.low, bounds.high));
  return tableOf({ title: "How often owners win in the loaded cases, 80% intervals", most: 8 }, rows, [
    ["forum", ({ forum }) => forum],
    ["owner", ({ holderKind }) => holderKind ?? "any or unknown"],
    ["of", ({ of }) => of],
    ["cases", ({ cases }) => count(cases), right],
    ["won", ({ outcomes }) => count(outcomes.won ?? 0), right],
    ["lost", ({ outcomes }) => count(outcomes.lost ?? 0), right],
    ["rate", ({ rate }) => (rate === null ? "too few" : percent(rate))],
    ["Wilson", ({ wilson }) => range(wilson)],
    ["Clopper-Pearson", ({ exact }) => range(exact)],
  ]);
}

/** A rate: fractions as per cent. */
const rateText = ({ low, high, unit }: Published): string => (unit === "fraction" ? percentRange(low, high) : numberRange(low, high, unit));

const publishedBlock = (title: string, published: readonly Published[], most?: number): TableBlock =>
  tableOf({ title, none: "none known", ...(most === undefined ? {} : { most }) }, published, [
    ["quantity", ({ quantity }) => quantity, flexible],
    ["forum", ({ forum }) => forum ?? ""],
    ["of", ({ scope, holderKind }) => (holderKind === null ? scope : `${scope}, ${holderKind}`), flexible],
    ["value", rateText, right],
    ["year", ({ year }) => year],
    ["grade", ({ grade }) => grade],
    ["source", ({ source }) => source, flexible],
  ]);
