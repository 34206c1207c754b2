import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { edgeTables } from "../../../src/report/card/edges.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import type { PanelContext } from "./context.ts";

/** What it needs, what needs it, its varieties and what it is one of. */
export const EdgeSections = ({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) => (
  <section>
    <ViewBlocks blocks={edgeTables(card)} context={context} />
  </section>
);
