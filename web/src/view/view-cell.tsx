import type { Grade } from "../../../src/answers/shared/evidence.ts";
import { richCell } from "../../../src/report/cell.ts";
import type { Cell, Link } from "../../../src/report/view.ts";
import { greyEconomy } from "../colour/colours.ts";
import { Swatch } from "../list/economy-name.tsx";
import { PageLink, TechnologyLink } from "../list/page-link.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { safeAddress } from "../words/words.ts";

/** The text of a cell, as a link where the page has a place for what it is about. */
export function ViewCell({ cell, context }: { readonly cell: Cell; readonly context: ViewContext }) {
  const { text, link, grade, faint = false } = richCell(cell);
  const linked = link === undefined ? text : <Linked text={text} link={link} context={context} />;
  const told = grade === undefined ? linked : [<GradeMark key="mark" grade={grade} />, " ", linked];
  return faint ? <span className="note">{told}</span> : told;
}

/** How a figure of a grade is drawn. */
const GradeMark = ({ grade }: { readonly grade: Grade }) => (
  <svg className="key" width={14} height={10} aria-hidden="true">
    <rect className={`sway grade-${grade}`} x={1} y={1} width={12} height={8} />
  </svg>
);

function Linked({ text, link, context }: { readonly text: string; readonly link: Link; readonly context: ViewContext }) {
  const { go, palette } = context;
  switch (link.to) {
    case "technology":
      return (
        <TechnologyLink id={link.id} go={go}>
          {text}
        </TechnologyLink>
      );
    case "patent":
      return (
        <PageLink change={{ patent: link.id }} go={go} data-patent={link.id}>
          {text}
        </PageLink>
      );
    case "economy":
      return (
        <span className="economy">
          <Swatch colour={palette.get(link.id) ?? greyEconomy} />
          {text}
        </span>
      );
    case "url": {
      const address = safeAddress(link.address);
      if (address === null) return text;
      return (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    default:
      return text;
  }
}
