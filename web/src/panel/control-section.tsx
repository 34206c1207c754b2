import type { CardControls } from "../../../src/answers/card/technology-card-controls.ts";
import { controlTables, endedControls } from "../../../src/report/card/card-controls.ts";
import type { ListBlock } from "../../../src/report/view.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { nameIn, type PanelContext } from "./context.ts";

interface ControlProps {
  readonly controls: CardControls;
  readonly context: PanelContext;
}

/** The controls on a technology on the day of the map, what is to come, what is suspended and what has ended. */
export function ControlSection({ controls, context }: ControlProps) {
  const { finding, inForce, limits } = controls;
  const { documents } = context;
  const unknown: ListBlock = { kind: "list", title: "What this cannot know", items: limits };
  return (
    <section>
      <h3>Controls</h3>
      <p className={inForce.length === 0 ? "no-data" : undefined}>{finding}</p>
      <ViewBlocks
        blocks={[...controlTables(controls, documents, nameIn(context)), unknown]}
        details={endedControls(controls, documents, nameIn(context))}
        context={context}
        level={4}
      />
    </section>
  );
}
