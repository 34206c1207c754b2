import { numberRange, percent, percentInterval, percentRange } from "../../../src/base/format.ts";
import { capital, listed, spaced } from "../../../src/base/words.ts";
import { EconomyName } from "../list/economy-name.tsx";
import { TechnologyLink } from "../list/technology-link.tsx";
import { Whisker } from "../list/whisker.tsx";
import type { PanelContext, Ranked } from "../state/panel-context.ts";
import { SourceRef } from "./source-list.tsx";

interface ScoreProps {
  readonly ranked: Ranked;
  readonly context: PanelContext;
}

/** How much could be withheld, by whom, why, and what it would cost. */
export function ScoreSection({ ranked, context }: ScoreProps) {
  const { names, dark } = context;
  const target = context.home === null ? "all others" : (names.get(context.home) ?? context.home);
  const name = (id: string): string => names.get(id) ?? id;
  return (
    <section>
      <h3>
        {ranked.holder === null
          ? `No foreign holder could withhold it from ${target}, in the model`
          : `${name(ranked.holder.economy)} could withhold it from ${target}: ${percent(ranked.score[1])} of ${ranked.loss === "use" ? "its use" : "final output"}`}
      </h3>
      <p className="measure">
        <Whisker interval={ranked.score} dark={dark} />
        <span>
          <b>{percentInterval(ranked.score)}</b> {ranked.loss === "use" ? "of use lost" : "of final output lost"};{" "}
          <span className="whole">place {numberRange(ranked.rank.low, ranked.rank.high)}</span>
        </span>
      </p>
      {ranked.growth && (
        <p className="measure">
          <Whisker interval={ranked.growth} dark={dark} />
          <span>
            <b>{percentInterval(ranked.growth)}</b> of growth lost at once; not part of the score
          </span>
        </p>
      )}
      <p>
        {ranked.holder && (
          <>
            <EconomyName id={ranked.holder.economy} names={names} palette={context.palette} />{" "}
            {ranked.holder.share === null
              ? "could withhold most of it through its members. "
              : `holds ${percentRange(ranked.holder.share, ranked.holder.high ?? ranked.holder.share)} and reaches ${percentInterval(ranked.holder.reachable)} of world supply. `}
          </>
        )}
        {ranked.coalition
          ? `Smallest group abroad that could cost more than half: ${listed(ranked.coalition.members.map(name))}, ${percentInterval(ranked.coalition.loss)}.`
          : "No group of foreign economies could cost more than half, in the model."}
      </p>
      <p className="note">
        By {ranked.basis}
        {ranked.year === null ? ", year unknown" : `, ${ranked.year}`}; {percent(ranked.unknownShare)} of world supply without a known
        provider; weakest grade {ranked.grade}.
      </p>
      {ranked.causes.length > 0 && (
        <>
          <h4>Why</h4>
          <ul>
            {ranked.causes.map((cause) => (
              <li key={`${cause.kind} ${cause.text}`}>
                {capital(cause.kind)}: {cause.text}{" "}
                {cause.sources.map((source) => (
                  <SourceRef key={source} id={source} documents={context.documents} />
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {ranked.products.length > 0 && (
        <>
          <h4>Products that would be lost</h4>
          <table>
            <tbody>
              {ranked.products.map((product) => (
                <tr key={product.product}>
                  <th scope="row">
                    <TechnologyLink id={product.product} go={context.go}>
                      {context.technologies.get(product.product) ?? product.product}
                    </TechnologyLink>
                    {product.made === "unknown" && <span className="note"> whether the home makes it is unknown</span>}
                    {product.made === "no" && <span className="note"> not made by the home</span>}
                    {product.made === "withheld" && <span className="note"> as it could be without the control in force</span>}
                  </th>
                  <td className="whisker-cell">
                    <Whisker interval={product.loss} dark={dark} />
                  </td>
                  <td className="score-words">{percentInterval(product.loss)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <HangsOn ranked={ranked} />
    </section>
  );
}

const span = 140;

/** The score with one input at its ends and the others in the middle, widest first. */
function HangsOn({ ranked }: { readonly ranked: Ranked }) {
  if (ranked.hangsOn.length === 0) return null;
  const middle = ranked.score[1] * (span - 2) + 1;
  return (
    <>
      <h4>What the answer hangs on</h4>
      <table>
        <tbody>
          {ranked.hangsOn.map((input) => {
            const [left, right] = [Math.min(input.low, input.high), Math.max(input.low, input.high)];
            return (
              <tr key={input.parameter}>
                <th scope="row">
                  {capital(spaced(input.parameter))} <span className="note">{input.grade}</span>
                </th>
                <td className="whisker-cell">
                  <svg className="whisker" viewBox={`0 0 ${span} 14`} width={span} height={14} aria-hidden="true">
                    <line className="axis" x1={1} x2={1} y1={0} y2={14} />
                    <rect
                      className={`sway grade-${input.grade}`}
                      x={left * (span - 2) + 1}
                      y={3.5}
                      width={Math.max(1, (right - left) * (span - 2))}
                      height={7}
                    />
                    <line className="middle" x1={middle} x2={middle} y1={1} y2={13} />
                  </svg>
                </td>
                <td className="score-words">{percentRange(left, right)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
