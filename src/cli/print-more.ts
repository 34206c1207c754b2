import { counted } from "../base/format.ts";
import { lowered } from "../base/words.ts";
import { blockTitle } from "../report/cell.ts";
import type { Block, View } from "../report/view.ts";
import { displayWidth } from "./page/wrap.ts";

interface LeftOut {
  /** What is shown is not all of it. */
  readonly cut: boolean;
  /** Blocks that there was no room for. */
  readonly left: readonly Block[];
}

/** `More: --details (causes, remedies, 12 further tables)`, in one line; `null` where there is no more. */
export function moreLine({ details, more, evidence }: View, { cut, left }: LeftOut, width: number): string | null {
  const blocks = [...left, ...details];
  if (!cut && blocks.length === 0 && (evidence?.limits.length ?? 0) === 0) return null;
  const told = (names: readonly string[]): string => (names.length === 0 ? "More: --details" : `More: --details (${names.join(", ")})`);
  const titles = [...new Set(blocks.map(blockTitle))].filter((title) => title !== "").map(lowered);
  const wanted =
    more === undefined
      ? titles
      : [
          ...left
            .map(blockTitle)
            .filter((title) => title !== "")
            .map(lowered),
          more,
        ];
  for (let named = wanted.length; named > 0; named--) {
    const rest = wanted.length - named;
    const line = told([...wanted.slice(0, named), ...(rest > 0 ? [counted(rest, "further part")] : [])]);
    if (displayWidth(line) <= width) return line;
  }
  return told([]);
}
