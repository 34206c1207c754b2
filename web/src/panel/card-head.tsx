import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { cardFacts, productList } from "../../../src/report/card/card-facts.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { nameIn, type PanelContext } from "./context.ts";

/** Name, kind, size and place in the chain. */
export const CardHead = ({ card, context }: { readonly card: TechnologyCard; readonly context: PanelContext }) => (
  <>
    <h2>{card.name}</h2>
    <p className="note">
      <code>{card.id}</code>
    </p>
    {card.description && <p>{card.description}</p>}
    <ViewBlocks blocks={[cardFacts(card), productList(card, nameIn(context))]} context={context} />
  </>
);
