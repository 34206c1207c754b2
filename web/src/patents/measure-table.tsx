import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { count, number, percent } from "../../../src/base/format.ts";

type Spread = TechnologyPatents["originality"];

/** Original or follow-up: each measure with the number of documents it rests on. */
export function MeasureTable({ report }: { readonly report: TechnologyPatents }) {
  const { originality, generality, disruption, followUp, coverage } = report;
  const known = followUp.followUps + followUp.others;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className="figure">
              Mean
            </th>
            <th scope="col" className="figure">
              Median
            </th>
            <th scope="col">Rests on</th>
          </tr>
        </thead>
        <tbody>
          <SpreadRow title="Originality" spread={originality} />
          <SpreadRow title="Generality" spread={generality} />
          <SpreadRow title="CD" spread={disruption.ever} />
          <SpreadRow title="CD, 5 years" spread={disruption.fiveYears} />
          <SpreadRow title="CD without n_k" spread={disruption.withoutReferences} />
          <tr>
            <th scope="row">Follow-up</th>
            <td className="figure">{followUp.share === null ? "unknown" : percent(followUp.share)}</td>
            <td />
            <td>
              {known} of {known + followUp.unknown} families
            </td>
          </tr>
        </tbody>
      </table>
      <p className="note">
        {coverage.references > 0 &&
          `Originality rests on ${count(coverage.referencesWithClass)} of ${count(coverage.references)} references: those whose document has a loaded class. `}
        CD above 0 disrupts, below 0 consolidates: {disruption.disruptive} and {disruption.consolidating} documents.
      </p>
    </>
  );
}

function SpreadRow({ title, spread }: { readonly title: string; readonly spread: Spread }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="figure">{number(spread.mean)}</td>
      <td className="figure">{number(spread.median)}</td>
      <td>
        {spread.documents} of {spread.of} documents
      </td>
    </tr>
  );
}
