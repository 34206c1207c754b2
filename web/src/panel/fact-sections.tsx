import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { codeTable, parameterTable, plantTable } from "../../../src/report/card/card-facts.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { nameIn, type PanelContext } from "./context.ts";

interface FactProps {
  readonly card: TechnologyCard;
  readonly context: PanelContext;
}

export const ParameterSection = ({ card, context }: FactProps) => (
  <section>
    <ViewBlocks blocks={[parameterTable(card, nameIn(context))]} context={context} />
  </section>
);

export const PlantSection = ({ card, context }: FactProps) => (
  <section>
    <ViewBlocks blocks={[plantTable(card, nameIn(context))]} context={context} />
  </section>
);

export const CodeSection = ({ card, context }: FactProps) => (
  <section>
    <ViewBlocks blocks={[codeTable(card)]} context={context} />
  </section>
);
