import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { numberRange } from "../../../src/base/format.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { SourceRef } from "../panel/source-list.tsx";
import { inputsCsv } from "./plan-csv.ts";

type Input = PlanReport["inputs"][number];

const givenWords: Readonly<Record<Input["given"], string>> = {
  table: "",
  patents: "fitted from the loaded patents",
  file: "given by the plan",
};

/** The inputs that all figures rest on: interval, unit, grade, source. */
export function InputTable({ report }: { readonly report: PlanReport }) {
  const { inputs, evidence, plan } = report;
  const assumed = inputs.filter(({ grade }) => grade === "assumed").length;
  return (
    <section>
      <h2>
        What it costs and brings rests on {inputs.length} inputs, {assumed} of them assumed
      </h2>
      {plan.id !== null && (
        <p>
          How often each programme stays in when all inputs vary within their intervals: <code>levermap plan {plan.id} --draws 100</code>.
        </p>
      )}
      <details>
        <summary>The inputs, with interval, unit, grade and source</summary>
        <p className="note">
          Solid: published. Outlined: derived. Dotted: assumed, nobody published it. A plan of your own may replace each.{" "}
          <CopyButton what="the inputs" text={() => inputsCsv(report)} />
        </p>
        <table className="plan-table">
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col" className="figure">
                Interval
              </th>
              <th scope="col">Unit</th>
              <th scope="col">Grade and source</th>
              <th scope="col" className="wide">
                What it rests on
              </th>
            </tr>
          </thead>
          <tbody>
            {inputs.map((input) => (
              <tr key={`${input.id} ${input.scope}`}>
                <th scope="row">
                  {input.id.replaceAll("-", " ")}
                  {input.scope !== "" && `, ${input.scope}`}
                </th>
                <td className="figure whole">{numberRange(input.low, input.high)}</td>
                <td>{input.unit}</td>
                <td>
                  <GradeMark grade={input.grade} /> {input.grade} <SourceRef id={input.source} documents={evidence.documents} />
                  {givenWords[input.given] !== "" && <div className="note">{givenWords[input.given]}</div>}
                </td>
                <td className="wide note">{input.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** How a figure of a grade is drawn. */
const GradeMark = ({ grade }: Pick<Input, "grade">) => (
  <svg className="key" width={14} height={10} aria-hidden="true">
    <rect className={`sway grade-${grade}`} x={1} y={1} width={12} height={8} />
  </svg>
);
