import type { Levermap } from "../library/open.ts";
import { withContext } from "./command.ts";
import type { CommonOptions, Context, Page } from "./context.ts";

/** Puts one question to the workspace and prints the answer. */
export function ask<T>(
  options: CommonOptions,
  signal: AbortSignal,
  question: (map: Levermap, context: Context) => Promise<T>,
  layOut: (answer: T, page: Page) => string,
): Promise<void> {
  return withContext(options, signal, async (context) => {
    const { open } = await import("../library/open.ts");
    const map = await open(context.workspace, { asOf: context.asOf, effects: context.effects });
    try {
      await context.answer(await question(map, context), layOut);
    } finally {
      map.close();
    }
  });
}
