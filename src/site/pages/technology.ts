import type { Answer } from "../../answers/ask/ask.ts";
import { statementOf } from "../../answers/shared/published-counts.ts";
import { count } from "../../base/format.ts";
import { stockTables } from "../../report/card/card-stock.ts";
import { technologyView } from "../../report/card/technology.ts";
import type { FigureBlock } from "../../report/view.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { supplierTiles } from "../pictures/supplier-tiles.ts";
import { barPicture, countBar, rangeBar } from "../pictures.ts";

/** Who makes a technology, what it needs, who controls it, and who could withhold it. */
export const technologyPage: PageOf = {
  path: "/technology/:technology",
  words: ["home"],
  async page({ params: { technology = "" }, query: { home } }, ask) {
    const [card, { economies }] = await Promise.all([ask("technology", { technology, ...(home ? { home } : {}) }), ask("map", {})]);
    const view = technologyView(card);
    const { blocks, ...rest } = ofView(view);
    const told = view.finding.replace(`${card.name} (${card.id}): `, "");
    const supply = shares(card);
    const finding = [told.charAt(0).toUpperCase() + told.slice(1), ...(supply === undefined ? mostPublished(card) : [])].join(" ");
    return {
      title: `Who holds ${card.name}?`,
      finding,
      picture: supply ?? counts(card),
      form: { choices: [homeChoice(economies, home ?? "")] },
      pictures: [supplierTiles(card)].flatMap((each) => each ?? []),
      ...rest,
      blocks: [...blocks, ...stockTables(card)],
      steps: [
        { label: "On the map", path: `map?technology=${card.id}${home ? `&home=${encodeURIComponent(home)}` : ""}` },
        { label: "Its history", path: `technology/${card.id}/history` },
        { label: "How long a hold lasts", path: `technology/${card.id}/half-life${home ? `?home=${encodeURIComponent(home)}` : ""}` },
        { label: "Its patents", path: `patents?q=${encodeURIComponent(card.name)}` },
      ],
    };
  },
};

function shares({ name, shareRows }: Answer<"technology">): FigureBlock | undefined {
  const row = shareRows.find(({ used, holderKind }) => used && holderKind === "economy") ?? shareRows.find(({ used }) => used);
  if (row === undefined) return undefined;
  const known = row.shares.filter(({ flag }) => flag !== "negligible").map(({ name: holder, low, high }) => rangeBar(holder, low, high));
  const part = row.unknownShare;
  const unknown = part > 0.005 ? [{ label: "no known holder", text: `up to ${Math.round(part * 100)}%`, interval: null, most: part }] : [];
  return barPicture(`Who supplies ${name}`, "part of world supply", [...known.slice(0, 6), ...unknown], 1);
}

/** Patents as others counted them, where no share of supply is known: the counts of the first table alone, as those of several are of different things. */
function published({ publishedCounts }: Answer<"technology">): readonly Published[] {
  const [first] = publishedCounts;
  if (first === undefined || first.unit === "rank" || first.unit === "fraction") return [];
  return publishedCounts
    .filter((line) => statementOf(line) === statementOf(first) && line.holder !== "world")
    .flatMap((line) => (line.low !== null && line.low === line.high ? [{ ...line, value: line.low }] : []));
}

type Published = Answer<"technology">["publishedCounts"][number] & { readonly value: number };

function counts(card: Answer<"technology">): FigureBlock | undefined {
  const lines = published(card);
  const [first] = lines;
  if (first === undefined) return undefined;
  return barPicture(
    `Who holds most patents on ${card.name}, as published for ${first.years}; no share of supply is known`,
    `${first.unit}, ${first.scope}`,
    lines.map(({ holderName, value }) => countBar(holderName, value)),
  );
}

/** Who has most of them, as a sentence; none where none was counted. */
function mostPublished(card: Answer<"technology">): readonly string[] {
  const [first] = [...published(card)].sort((a, b) => b.value - a.value);
  return first === undefined
    ? []
    : [`By a published count ${first.holderName} has most patents on it, ${count(first.value)} ${first.unit} (${first.years}).`];
}
