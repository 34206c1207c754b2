import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { concentrationWords } from "../../../src/report/card/card-facts.ts";
import { shareTitle, shareWords, unknownWords } from "../../../src/report/card/share-rows.ts";
import { greyEconomy } from "../colour/colours.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { Whisker } from "../list/whisker.tsx";
import type { PanelContext } from "../state/panel-context.ts";
import { csv, missing } from "../words/words.ts";
import { SourceRef } from "./source-list.tsx";

/** Who holds it: economies first, then organisations, what the model reads first in each. */
export function ShareSection({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) {
  const kinds = [
    { kind: "economy", title: "Economies", measure: card.concentration.economies },
    { kind: "organisation", title: "Organisations", measure: card.concentration.organisations },
  ] as const;
  return (
    <section>
      <h3>Who holds it</h3>
      {kinds.map(({ kind, title, measure }) => {
        const rows = card.shareRows
          .filter((row) => row.holderKind === kind)
          .sort((a, b) => Number(b.used) - Number(a.used) || (b.year ?? 0) - (a.year ?? 0));
        return (
          <div key={kind}>
            <h4>{title}</h4>
            {rows.length === 0 && <p className="no-data">{missing(`no share of ${title.toLowerCase()} is known`, "shares.csv")}</p>}
            {rows.length > 0 && <p className="note">{concentrationWords(measure)}</p>}
            {rows.map((row) => (
              <ShareBars key={`${row.basis} ${row.dataset} ${row.year}`} row={row} context={context} />
            ))}
          </div>
        );
      })}
    </section>
  );
}

type Row = TechnologyCard["shareRows"][number];
type Line = Row["shares"][number];

const width = 180;

/** Shares of one basis, kind of holder, data set and year: bars from zero, whiskers over the interval, the unknown remainder hatched. */
export function ShareBars({ row, context }: { readonly row: Row; readonly context: PanelContext }) {
  const lines = [...row.shares].sort((a, b) => (b.high ?? b.low ?? 0) - (a.high ?? a.low ?? 0));
  const data = (): string =>
    csv([
      ["holder", "name", "kind", "basis", "low", "high", "year", "grade", "source"],
      ...lines.map((line) => [line.holder, line.name, line.kind, row.basis, line.low, line.high, line.year, line.grade, line.source]),
    ]);
  return (
    <figure className="shares">
      <figcaption>{shareTitle(row)}</figcaption>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.holder} ${line.source} ${line.year}`}>
              <th scope="row">{line.name}</th>
              <td className="share-cell">
                <ShareBar line={line} context={context} />
              </td>
              <td className="score-words">{shareWords(line)}</td>
              <td>
                <span className="note">{line.grade}</span> <SourceRef id={line.source} documents={context.documents} />
              </td>
            </tr>
          ))}
          {row.unknownShare >= 0.005 && (
            <tr>
              <th scope="row">No known holder</th>
              <td className="share-cell">
                <Whisker interval={null} hatched={row.unknownShare} dark={context.dark} width={width} />
              </td>
              <td className="score-words">{unknownWords(row.unknownShare)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      <CopyButton what={`shares by ${row.basis}`} text={data} />
    </figure>
  );
}

function ShareBar({ line: { low, high, holder, grade }, context }: { readonly line: Line; readonly context: PanelContext }) {
  const share = { colour: context.palette.get(holder) ?? greyEconomy, grade };
  const interval = low === null && high === null ? null : ([low ?? 0, low ?? 0, high ?? 1] as const);
  return <Whisker interval={interval} share={share} dark={context.dark} width={width} />;
}
