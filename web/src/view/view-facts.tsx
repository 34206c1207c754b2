import { Fragment } from "react";
import { richCell } from "../../../src/report/cell.ts";
import type { FactsBlock } from "../../../src/report/view.ts";
import { Whisker } from "../list/whisker.tsx";
import { ViewCell } from "./view-cell.tsx";
import type { ViewContext } from "./view-context.ts";
import { ViewTitle } from "./view-title.tsx";

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
