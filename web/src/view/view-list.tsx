import { cellText } from "../../../src/report/cell.ts";
import type { ListBlock } from "../../../src/report/view.ts";
import { ViewCell } from "./view-cell.tsx";
import type { ViewContext } from "./view-context.ts";
import { ViewTitle } from "./view-title.tsx";

interface ListProps {
  readonly block: ListBlock;
  readonly level: number;
  readonly context: ViewContext;
}

export function ViewList({ block: { title, items }, level, context }: ListProps) {
  return (
    <>
      <ViewTitle title={title} level={level} />
      <ul>
        {items.map((item) => (
          <li key={cellText(item)}>
            <ViewCell cell={item} context={context} />
          </li>
        ))}
      </ul>
    </>
  );
}
