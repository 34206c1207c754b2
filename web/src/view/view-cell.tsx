import { Fragment } from "react";
import type { Grade } from "../../../src/answers/shared/evidence.ts";
import { cellText, richCell } from "../../../src/report/cell.ts";
import type { Cell } from "../../../src/report/view.ts";
import type { ViewContext } from "./view-context.ts";
import { WithCode } from "./with-code.tsx";

/** The text of a cell, as a link where the page has a place for what it is about. */
export function ViewCell({ cell, context }: { readonly cell: Cell; readonly context: Pick<ViewContext, "link"> }) {
  const { text, link, grade, faint = false, parts } = richCell(cell);
  if (parts !== undefined && parts.length > 0)
    return parts.map((part, at) => (
      <Fragment key={cellText(part)}>
        {at > 0 && ", "}
        <ViewCell cell={part} context={context} />
      </Fragment>
    ));
  const linked = link === undefined ? <WithCode key="text" text={text} /> : context.link(text, link);
  const told = grade === undefined ? linked : [<GradeMark key="mark" grade={grade} />, " ", linked];
  return faint ? <span className="note">{told}</span> : told;
}

/** How a figure of a grade is drawn. */
const GradeMark = ({ grade }: { readonly grade: Grade }) => (
  <svg className="key" width={14} height={10} aria-hidden="true">
    <rect className={`sway grade-${grade}`} x={1} y={1} width={12} height={8} />
  </svg>
);
