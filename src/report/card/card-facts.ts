import type { Concentration, TechnologyCard } from "../../answers/card/technology-card.ts";
import { counted, numberRange, percent, percentInterval, percentRange, usdBnRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { capital, said, spaced } from "../../base/words.ts";
import { facts, list } from "../blocks.ts";
import { addressCell, linkedCell, sourceCell, technologyCell } from "../cell.ts";
import { flexible, right, sparseTable, wide } from "../table-of.ts";
import type { Cell, FactsBlock, ListBlock, TableBlock } from "../view.ts";
import { unknownWords } from "./share-rows.ts";

/** Names of economies, organisations and technologies by id; the id itself where none is known. */
export type NameOf = (id: string) => string;

type Loss = NonNullable<TechnologyCard["worldLoss"]>;

/** Kind, size and place in the chain. */
export function cardFacts(card: TechnologyCard, nameOf: NameOf): FactsBlock {
  const { marketSize, concentration, firstVolumeUse, worldLoss, homeLoss, structural } = card;
  const kind = [
    spaced(card.kind),
    card.stage && say("card-facts.stage", { stage: spaced(card.stage) }),
    card.supplyMode && spaced(card.supplyMode),
    card.nextGeneration ? "next generation" : null,
  ];
  const alone = ({ technology }: Loss): string =>
    technology === card.id ? "" : say("card-facts.alone", { technology: nameOf(technology) });
  const size = marketSize && `${usdBnRange(marketSize.low, marketSize.high)}${marketSize.year === null ? "" : `, ${marketSize.year}`}`;
  return facts(null, [
    ["Kind", said(...kind).join(", ")],
    ["Also called", card.aliases.join(", ")],
    ...homeFact(homeLoss, alone),
    [
      "Loss elsewhere if withheld, mean of 12 months",
      {
        text: worldLoss === null ? "unknown, anywhere from 0 to 100%" : `${percentInterval(worldLoss.loss)}${alone(worldLoss)}`,
        interval: worldLoss?.loss ?? null,
      },
    ],
    [
      "Structural dependence of the world, all worn out, nothing rebuilt",
      { text: structural === null ? "unknown, anywhere from 0 to 100%" : percentInterval(structural), interval: structural },
    ],
    ["Concentration by economy", concentrationWords(concentration.economies)],
    ["Market a year", size ?? "unknown"],
    ["Source of the market size", sourceCell(marketSize?.source ?? null, card.documents)],
    ["First use in volume", firstVolumeUse ? numberRange(firstVolumeUse.low, firstVolumeUse.high, "year") : "unknown"],
    ["Needs, directly or not", counted(card.upstream.length, "technology", "technologies")],
    ["Needed by, directly or not", counted(card.downstream.length, "technology", "technologies")],
  ]);
}

function homeFact(homeLoss: TechnologyCard["homeLoss"], alone: (most: Loss) => string): readonly [string, Cell][] {
  if (homeLoss === null) return [];
  const { homeName, most, reason } = homeLoss;
  const text =
    most === null
      ? say("card-facts.unknown", { reason })
      : say("card-facts.by", { loss: percentInterval(most.loss), holderName: most.holderName, most: alone(most) });
  return [[say("card-facts.loss-of-if-withheld", { homeName }), { text, interval: most?.loss ?? null }]];
}

const concentrated = {
  yes: "highly concentrated",
  no: "not highly concentrated",
  perhaps: "perhaps highly concentrated",
  unknown: "concentration unknown",
} as const;

/** `highly concentrated, HHI 0.3 to 0.5, 12% unknown`. */
export const concentrationWords = ({ hhi, highlyConcentrated, unknownShare }: Concentration): string =>
  [
    concentrated[highlyConcentrated],
    ...(hhi ? [say("card-facts.hhi", { low: numberRange(hhi.low, hhi.high) })] : []),
    ...(unknownShare > 0 ? [say("card-facts.unknown-unknown", { unknown: unknownWords(unknownShare) })] : []),
  ].join(", ");

/** Final products that need it. */
export const productList = ({ products }: TechnologyCard, nameOf: NameOf): ListBlock =>
  list("Final products that need it", products.length === 0 ? ["none known"] : products.map((id) => technologyCell(id, nameOf(id))));

export const parameterTable = ({ parameters, documents }: TechnologyCard, nameOf: NameOf): TableBlock =>
  sparseTable(
    "Parameters of the model",
    parameters,
    [
      ["parameter", ({ parameter, scope }) => `${capital(spaced(parameter))}${scope === "world" ? "" : `, ${nameOf(scope)}`}`, flexible],
      ["value", ({ low, high, unit }) => numberRange(low, high, unit), right],
      ["year", ({ year }) => (year === null ? null : String(year)), wide],
      ["grade", ({ origin, grade }) => (origin === "default" ? "assumed (default)" : grade)],
      ["source", ({ source }) => sourceCell(source, documents), flexible],
      ["note", ({ note }) => note, flexible],
    ],
    { none: "none known" },
  );

export const plantTable = ({ plants, documents }: TechnologyCard, nameOf: NameOf): TableBlock =>
  sparseTable(
    "Plants",
    plants,
    [
      ["owner", ({ owner }) => nameOf(owner), flexible],
      ["economy", ({ economy }) => linkedCell(nameOf(economy), { to: "economy", id: economy })],
      ["place", ({ place }) => place ?? "unknown", flexible],
      ["node", ({ node }) => node],
      ["source", ({ source }) => sourceCell(source, documents), flexible],
    ],
    { none: "none recorded" },
  );

/** How what a code or an entry holds compares with the technology. */
export const relationWords = (relation: string, what: string): string =>
  ({
    covers: say("card-facts.the-holds-more-than", { what }),
    same: say("card-facts.the-holds-just-this", { what }),
    part: say("card-facts.the-holds-part-of", { what }),
  })[relation] ?? relation;

export const codeTable = ({ codes, documents }: TechnologyCard): TableBlock =>
  sparseTable(
    "Codes of trade, patents and controls",
    codes,
    [
      ["scheme", ({ scheme }) => scheme.toUpperCase()],
      ["code", ({ code }) => code],
      ["relation", ({ relation }) => relationWords(relation, "code")],
      ["source", ({ source }) => sourceCell(source, documents), flexible],
    ],
    { none: "none recorded" },
  );

export const documentTable = ({ documents }: TechnologyCard): TableBlock =>
  sparseTable("Documents", documents, [
    ["id", ({ id }) => id],
    ["document", ({ title, publisher, year }) => [title, publisher, year].filter((part) => part !== null).join(", "), flexible],
    ["address", ({ url }) => addressCell(url), flexible],
  ]);

/** The economy that holds most of it: `the Netherlands has at least 90% of supply, up to 5% is unknown`. */
export function topWords({ concentration: { economies } }: TechnologyCard): string {
  const { top, unknownShare } = economies;
  if (top === null) return "no share of supply is known";
  if (unknownShare < leastTold) return say("card-facts.has-of-supply", { name: top.name, low: percentRange(top.low, top.high) });
  return say("card-facts.has-at-least-of", { name: top.name, low: percent(top.low), unknown: unknownWords(unknownShare) });
}

/** The least part of supply that is told as unknown. */
const leastTold = 0.005;
