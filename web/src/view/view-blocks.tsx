import { blockTitle } from "../../../src/report/cell.ts";
import type { Block } from "../../../src/report/view.ts";
import type { ViewContext } from "./view-context.ts";
import { ViewFacts } from "./view-facts.tsx";
import { ViewFigure } from "./view-figure.tsx";
import { ViewList } from "./view-list.tsx";
import { ViewNote } from "./view-note.tsx";
import { ViewTable } from "./view-table.tsx";
import { ViewTitle } from "./view-title.tsx";

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Shown one click away. */
  readonly details?: readonly Block[];
  readonly context: ViewContext;
  /** Of headings: 3 in the panel. */
  readonly level?: number;
}

/** Blocks of a view in their order, its details within a fold. */
export function ViewBlocks({ blocks, details = [], context, level = 3 }: BlocksProps) {
  return (
    <>
      {keyed(blocks).map(([key, block]) => (
        <One key={key} block={block} context={context} level={level} />
      ))}
      {details.length > 0 && (
        <details>
          <summary>Details</summary>
          <ViewBlocks blocks={details} context={context} level={level} />
        </details>
      )}
    </>
  );
}

/** Blocks with a name that stays while those before them change. */
function keyed(blocks: readonly Block[]): readonly (readonly [string, Block])[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const name = `${block.kind} ${blockTitle(block)}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return [`${name} ${times}`, block];
  });
}

function One({ block, context, level }: { readonly block: Block; readonly context: ViewContext; readonly level: number }) {
  switch (block.kind) {
    case "section":
      return (
        <section>
          <ViewTitle title={block.title} level={level} />
          <ViewBlocks blocks={block.body} context={context} level={level + 1} />
        </section>
      );
    case "table":
      return <ViewTable block={block} context={context} />;
    case "facts":
      return <ViewFacts block={block} level={level} context={context} />;
    case "list":
      return <ViewList block={block} level={level} context={context} />;
    case "figure":
      return <ViewFigure block={block} dark={context.dark} />;
    case "note":
      return <ViewNote text={block.text} />;
  }
}
