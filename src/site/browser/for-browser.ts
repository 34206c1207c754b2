import type { Block, Cell } from "../../report/view.ts";
import type { SitePage } from "../page.ts";
import { withoutCommands } from "./commands.ts";

/** A page for who reads it in a browser: its texts name no commands. Cells of tables stay, as a column may be of commands. */
export const forBrowser = (page: SitePage): SitePage => ({
  ...page,
  finding: withoutCommands(page.finding),
  blocks: page.blocks.flatMap(blockFor),
  ...(page.details && { details: page.details.flatMap(blockFor) }),
  ...(page.evidence && { evidence: { ...page.evidence, limits: page.evidence.limits.map(withoutCommands).filter(Boolean) } }),
});

/** None of a note of which nothing is left. */
function blockFor(block: Block): readonly Block[] {
  switch (block.kind) {
    case "section":
      return [{ ...block, body: block.body.flatMap(blockFor) }];
    case "list":
      return [{ ...block, items: block.items.map(itemFor) }];
    case "note": {
      const text = withoutCommands(block.text);
      return text === "" ? [] : [{ ...block, text }];
    }
    default:
      return [block];
  }
}

const itemFor = (item: Cell): Cell => (typeof item === "string" ? withoutCommands(item) : item);
