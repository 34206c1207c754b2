import type { Answer } from "../../ask/ask.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { stockTables } from "../../report/card/card-stock.ts";
import { technologyView } from "../../report/card/technology.ts";
import { historyView } from "../../report/card/technology-history.ts";
import { halfLifeView } from "../../report/leverage/half-life.ts";
import type { FigureBlock } from "../../report/view.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { countPicture, countSentences } from "../pictures/published-counts.ts";
import { barPicture, boundBar, rangeBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";
import { tilePlaces } from "../tile-places.ts";

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
    const finding = [told.charAt(0).toUpperCase() + told.slice(1), ...(supply === undefined ? countSentences(card) : [])].join(" ");
    return {
      title: say("technology.who-holds", { technology: card.name }),
      finding,
      picture: supply ?? countPicture(card),
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
  const known = row.shares
    .filter(({ flag }) => flag !== "negligible")
    .map(({ holder: id, name: holder, kind, low, high }) =>
      rangeBar(holder, low, high, kind === "economy" || kind === "organisation" ? { to: kind, id } : undefined),
    );
  const part = row.unknownShare;
  const unknown = part > 0.005 ? [boundBar("no known holder", part)] : [];
  return barPicture(say("technology.who-supplies", { technology: name }), "part of world supply", [...known.slice(0, 6), ...unknown], 1);
}

/** Where the makers of a technology sit, as tiles; of an economy that is not named it is unknown whether it makes any. */
function supplierTiles({ name, shareRows }: Pick<Answer<"technology">, "name" | "shareRows">): DrawnPicture | undefined {
  const row = shareRows.find(({ used, holderKind }) => used && holderKind === "economy");
  const tiles = (row?.shares ?? []).flatMap(({ holder, name: economy, low, high, flag }) =>
    flag === "negligible" || (low === null && high === null)
      ? []
      : [{ id: holder, name: economy, place: tilePlaces.get(holder), value: low ?? high, text: percentRange(low, high) }],
  );
  if (row === undefined || tiles.length < 2) return undefined;
  return {
    kind: "drawn",
    title: say("technology.where-holders-sit", { technology: name }),
    unit: say("technology.part-of-world", { year: String(row.year ?? "year unknown") }),
    summary: tiles.map(({ name: economy, text }) => `${economy} ${text}`).join(", "),
    shape: { kind: "tiles", tiles },
  };
}

/** Shares of a technology by year, as they were published. */
export const historyPage: PageOf = {
  path: "/technology/:technology/history",
  async page({ params: { technology = "" } }, ask) {
    const history = await ask("technologyHistory", { technology });
    const view = historyView(history);
    return {
      title: say("technology.who-held-before", { technology: history.name }),
      finding: leadOf(history.finding),
      ...ofView(view),
      steps: [{ label: history.name, path: `technology/${history.technology}` }],
    };
  },
};

/** How long a hold would last if it were used. */
export const halfLifePage: PageOf = {
  path: "/technology/:technology/half-life",
  words: ["home", "holder"],
  async page({ params: { technology = "" }, query: { home, holder } }, ask) {
    const [report, { economies }] = await Promise.all([
      ask("halfLife", { technology, ...(home ? { home } : {}), ...(holder ? { holder } : {}) }),
      ask("map", {}),
    ]);
    const view = halfLifeView(report);
    return {
      title: report.question,
      finding: leadOf(report.finding),
      form: {
        choices: [
          homeChoice(economies, holder ?? "", { name: "holder", label: "Withheld by", none: "whoever could cost most" }),
          homeChoice(economies, home ?? "", { label: "from", none: "all others" }),
        ],
      },
      ...ofView(view),
      steps: [{ label: report.technology.name, path: `technology/${report.technology.id}` }],
    };
  },
};
