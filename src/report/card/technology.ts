import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, note } from "../blocks.ts";
import { doubtNotes } from "../doubts.ts";
import { publishedLine, publishedSources, publishedTable } from "../published-table.ts";
import { filled } from "../table-of.ts";
import type { Block, View } from "../view.ts";
import { controlTables, endedControls } from "./card-controls.ts";
import { cardFacts, codeTable, documentTable, type NameOf, parameterTable, plantTable, productList, topWords } from "./card-facts.ts";
import { halfLifeBlocks } from "./card-half-life.ts";
import { patentBlocks } from "./card-patents.ts";
import { problemBlocks, problemDetails } from "./card-problems.ts";
import { edgeTables } from "./edges.ts";
import { shareTable } from "./share-rows.ts";

/** Names that the card itself has, else ids. */
function namesOf({ names: told, shareRows, needs, neededBy, varieties, varietyOf, substitutes }: TechnologyCard): NameOf {
  const names = new Map([
    ...Object.entries(told),
    ...shareRows.flatMap(({ shares }) => shares.map(({ holder, name }) => [holder, name] as const)),
    ...[needs, neededBy, varieties, varietyOf, substitutes].flatMap((edges) =>
      edges.map(({ technology, name }) => [technology, name] as const),
    ),
  ]);
  return (id) => names.get(id) ?? id;
}

/** Patents and papers as others counted them; no block where none is known. */
function publishedFacts({ publishedCounts, science, documents }: TechnologyCard): readonly Block[] {
  if (publishedCounts.length + science.length === 0) return [];
  return [
    facts(null, [
      ["Published patent counts", publishedLine(publishedCounts, documents)],
      ["Published counts of papers and money", publishedLine(science, documents)],
    ]),
  ];
}

const publishedTables = ({ publishedCounts, science, documents }: TechnologyCard): readonly Block[] =>
  filled([
    publishedTable("Published patent counts (not from the patents loaded)", publishedCounts, documents),
    publishedTable("Published counts of papers and public money", science, documents),
    publishedSources([...publishedCounts, ...science], documents),
  ]);

/** What the worst holder could take from the home asked about, else from all others. */
function lossWords({ id, worldLoss, homeLoss }: TechnologyCard, nameOf: (id: string) => string): string {
  const most = homeLoss === null ? worldLoss : homeLoss.most;
  if (homeLoss?.reason) return say("technology.what-withholding-it-would", { homeName: homeLoss.homeName, reason: homeLoss.reason });
  if (most === null) return "What withholding it would cost the world is unknown.";
  const what = most.technology === id ? "it" : say("technology.alone", { technology: nameOf(most.technology) });
  const where = homeLoss === null ? "elsewhere" : say("technology.of", { homeName: homeLoss.homeName });
  const whose = most.of === "use" ? "its use" : "the final chip output";
  const doubt = most.inDoubt ? " That is in doubt: its shares rest on one document older than five years." : "";
  return `${say("technology.in-the-model-could", { holderName: most.holderName, loss: percentInterval(most.loss), whose, where, what })}${laterWords(most)}${doubt}`;
}

/** The least part of present output that is told. */
const leastTold = 0.0005;

/** What withholding a capital good comes to in time: what runs goes on, what is new is not added. */
function laterWords({ later }: NonNullable<TechnologyCard["worldLoss"]>): string {
  if (later === null) return "";
  const { months, loss, growth } = later;
  const added = growth[2] < leastTold ? "" : say("technology.and-new-capacity-of", { growth: percentInterval(growth) });
  return say("technology.over-months-it-would", { months: String(months), loss: percentInterval(loss), added });
}

/** All that is known of one technology: what it is, who holds it and what controls are on it first. */
export function technologyView(card: TechnologyCard): View {
  const { name, id, description, controlsInForce, documents, halfLife, patents, evidence } = card;
  const nameOf = namesOf(card);
  const shares = [...card.shareRows].sort((a, b) => Number(b.used) - Number(a.used)).map((row) => shareTable(row, documents));
  const [main, ...others] = shares;
  const none: Block = note("Shares of world supply: none known.");
  return {
    finding: `${name} (${id}): ${topWords(card)}. ${lossWords(card, nameOf)}`,
    limit: controlsInForce.finding,
    blocks: [cardFacts(card, nameOf), main ?? none, ...doubtNotes(name, card.doubts), ...publishedFacts(card), ...problemBlocks(card)],
    details: [
      ...(description === null ? [] : [note(description)]),
      ...others,
      ...edgeTables(card),
      productList(card, nameOf),
      ...controlTables(controlsInForce, documents, nameOf),
      ...endedControls(controlsInForce, documents, nameOf),
      ...problemDetails(card),
      ...halfLifeBlocks(card),
      ...patentBlocks(card),
      ...publishedTables(card),
      parameterTable(card, nameOf),
      plantTable(card, nameOf),
      codeTable(card),
      documentTable(card),
    ],
    more: "controls, inputs, problems, half-life, patents, counts, plants, codes, documents",
    evidence: {
      ...evidence,
      limits: [evidence, controlsInForce, halfLife?.evidence, patents?.evidence].flatMap((part) => part?.limits ?? []),
    },
  };
}
