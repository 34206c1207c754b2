import { Fragment } from "react";
import { blockTitle, cellText, richCell } from "../../../src/report/cell.ts";
import type { Block, FactsBlock, ListBlock } from "../../../src/report/view.ts";
import { ViewCell } from "./view-cell.tsx";
import type { ViewContext } from "./view-context.ts";
import { ViewFigure } from "./view-figure.tsx";
import { ViewTable } from "./view-table.tsx";
import { Whisker } from "./whisker.tsx";
import { WithCode } from "./with-code.tsx";

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
      return <ViewFigure block={block} context={context} />;
    case "note":
      return <ViewNote text={block.text} />;
  }
}

/** A heading of its level; none where there is no title. */
export function ViewTitle({ title, level }: { readonly title: string | undefined; readonly level: number }) {
  if (title === undefined || title === "") return null;
  const Title = `h${Math.min(6, level)}` as "h3";
  return <Title>{title}</Title>;
}

export const ViewNote = ({ text }: { readonly text: string }) => (
  <p className="note">
    <WithCode text={text} />
  </p>
);

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

interface FactsProps {
  readonly block: FactsBlock;
  readonly level: number;
  readonly context: ViewContext;
}

/** Pairs of what is asked and what is known. */
export function ViewFacts({ block: { title, facts }, level, context }: FactsProps) {
  return (
    <>
      <ViewTitle title={title} level={level} />
      <dl>
        {facts.map(({ label, value }) => {
          const { interval } = richCell(value);
          return (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd className={interval === undefined ? undefined : "measure"}>
                {interval !== undefined && <Whisker interval={interval} dark={context.dark} />}
                <span>
                  <ViewCell cell={value} context={context} />
                </span>
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </>
  );
}
