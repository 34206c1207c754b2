import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, note, section } from "../blocks.ts";
import { decayTable, withholdingTable } from "../leverage/half-life.ts";
import type { Block } from "../view.ts";

/** How long a hold on a technology lasts and what withholding it does, or why that is unknown. */
export function halfLifeBlocks({ halfLife, halfLifeReason }: Pick<TechnologyCard, "halfLife" | "halfLifeReason">): readonly Block[] {
  if (halfLife === null) return [facts(null, [["Half-life", `${say("card-half-life.unknown")} ${halfLifeReason ?? ""}`.trim()]])];
  const { draws, finding, choice } = halfLife;
  return [
    section(say("card-half-life.half-life-of-the", { draws: count(draws) }), [
      note(finding),
      note(choice),
      decayTable(halfLife),
      ...(halfLife.withholding.length > 0 ? [withholdingTable(halfLife)] : []),
    ]),
  ];
}
