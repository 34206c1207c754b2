import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { numberRange } from "../../../src/base/format.ts";
import { capital, spaced } from "../../../src/base/words.ts";
import { EconomyName } from "../list/economy-name.tsx";
import { missing } from "../words/words.ts";
import type { PanelContext } from "./context.ts";
import { SourceRef } from "./source-list.tsx";

interface FactProps {
  readonly card: TechnologyCard;
  readonly context: PanelContext;
}

export function ParameterSection({ card, context }: FactProps) {
  return (
    <section>
      <h3>Parameters of the model</h3>
      {card.parameters.length === 0 && <p className="no-data">{missing("no parameter is known", "parameters.csv")}</p>}
      {card.parameters.length > 0 && (
        <table>
          <tbody>
            {card.parameters.map((line) => (
              <tr key={`${line.parameter} ${line.scope} ${line.year} ${line.source}`}>
                <th scope="row">
                  {capital(spaced(line.parameter))}
                  {line.scope !== "world" && <span className="note"> {context.names.get(line.scope) ?? line.scope}</span>}
                </th>
                <td className="figure">
                  {numberRange(line.low, line.high)} {line.unit}
                </td>
                <td>
                  <span className={`grade grade-${line.grade}`}>{line.grade}</span>
                  <span className="note">
                    {line.origin === "default" ? " default" : ""}
                    {line.year === null ? "" : ` ${line.year}`}
                  </span>{" "}
                  <SourceRef id={line.source} documents={context.documents} />
                  {line.note && <div className="note">{line.note}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function PlantSection({ card, context }: FactProps) {
  return (
    <section>
      <h3>Plants</h3>
      {card.plants.length === 0 && <p className="no-data">{missing("no plant is recorded", "plants.csv")}</p>}
      <ul>
        {card.plants.map((plant) => (
          <li key={plant.id}>
            {context.organisations.get(plant.owner) ?? plant.owner}, {plant.place ?? "place unknown"},{" "}
            <EconomyName id={plant.economy} names={context.names} palette={context.palette} />
            {plant.node && `, ${plant.node}`} <SourceRef id={plant.source} documents={context.documents} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CodeSection({ card, context }: FactProps) {
  return (
    <section>
      <h3>Codes</h3>
      {card.codes.length === 0 && <p className="no-data">{missing("no trade, patent or control code is recorded", "codes.csv")}</p>}
      <ul>
        {card.codes.map((code) => (
          <li key={`${code.scheme} ${code.code}`}>
            {code.scheme.toUpperCase()} <code>{code.code}</code>{" "}
            <span className="note">{relationWords[code.relation] ?? code.relation}</span>{" "}
            <SourceRef id={code.source} documents={context.documents} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const relationWords: Readonly<Record<string, string>> = {
  covers: "the code holds more than this",
  same: "the code holds just this",
  part: "the code holds part of this",
};
