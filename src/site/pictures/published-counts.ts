import type { Answer } from "../../ask/ask.ts";
import { groupBy } from "../../base/collections.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { partyLink } from "../../report/cell.ts";
import type { FigureBlock } from "../../report/view.ts";
import { barPicture, countBar } from "../pictures.ts";

type Card = Pick<Answer<"technology">, "name" | "publishedCounts">;
type Line = Card["publishedCounts"][number];
type Counted = Line & { readonly value: number };

/** What is drawn and told of patents that others counted, where no share of supply is known. Counts of different sources are never set beside each other. */
export function countPicture(card: Card): FigureBlock | undefined {
  const counts = countsOfOne(card);
  const [first] = counts;
  if (first === undefined) return undefined;
  const isOneSpan = counts.every(({ years }) => years === first.years);
  const title = say("published-counts.title", {
    technology: card.name,
    when: isOneSpan ? say("published-counts.of-years", { years: first.years }) : "",
  });
  return barPicture(
    title,
    `${first.unit}, ${first.scope}`,
    counts.map(({ holder, holderName, years, value }) =>
      countBar(isOneSpan ? holderName : `${holderName}, ${years}`, value, partyLink(holder)),
    ),
  );
}

/** Who is first by the newest ranking, and who has most of those whom one source counts, in a sentence each. */
export function countSentences(card: Card): readonly string[] {
  const ranked = newest(card.publishedCounts.filter(isRank)).toSorted((a, b) => a.low! - b.low!);
  const counts = countsOfOne(card);
  const [leader, ...others] = ranked;
  const [most] = counts;
  const before = others.length === 0 ? "" : say("published-counts.before", { others: listed(others.map(({ holderName }) => holderName)) });
  return [
    ...(leader?.low === 1
      ? [
          say("published-counts.ranking", {
            scope: leader.scope,
            years: leader.years,
            holder: leader.holderName,
            before,
          }),
        ]
      : []),
    ...(most === undefined ? [] : [mostWords(most, counts.length)]),
  ];
}

function mostWords({ holderName, value, unit, years }: Counted, holders: number): string {
  const figure = `${count(value)} ${unit}`;
  return holders === 1
    ? say("published-counts.one-holder", { figure, holder: holderName, years })
    : say("published-counts.most", { holders, holder: holderName, figure, years });
}

const isRank = ({ unit, low, high }: Line): boolean => unit === "rank" && low !== null && low === high;

/** Exact counts of the source that counted most holders, largest first: those that are no more than a bound, and the world, are left out. */
function countsOfOne({ publishedCounts }: Card): readonly Counted[] {
  const exact = publishedCounts.flatMap((line) =>
    line.low !== null && line.low === line.high && !["rank", "fraction"].includes(line.unit) && line.holder !== "world"
      ? [{ ...line, value: line.low }]
      : [],
  );
  // Firms are of economies, and not set beside them
  const isEconomy = (holder: string): boolean => /^[A-Z]{2}$/.test(holder);
  const statements = [
    ...groupBy(exact, ({ source, scope, counted, unit, holder }) => [source, scope, counted, unit, isEconomy(holder)].join("|")).values(),
  ];
  // Of a holder that is counted for several spans, its greatest
  const [first = []] = statements.map(greatestOfEach).toSorted((a, b) => b.length - a.length);
  return first;
}

const greatestOfEach = (lines: readonly Counted[]): readonly Counted[] =>
  [...groupBy(lines, ({ holder }) => holder).values()]
    .map((own) => own.reduce((most, line) => (line.value > most.value ? line : most)))
    .toSorted((a, b) => b.value - a.value);

/** The lines of the statement that reaches furthest. */
function newest(lines: readonly Line[]): readonly Line[] {
  const statements = [...groupBy(lines, ({ source, scope, years }) => [source, scope, years].join("|")).values()];
  const [first = []] = statements.toSorted((a, b) => (b[0].year ?? 0) - (a[0].year ?? 0));
  return first;
}
