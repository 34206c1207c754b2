import type { Levermap } from "../library/open.ts";
import { withContext } from "./command.ts";
import type { CommonOptions, Context, Page } from "./context.ts";

/** Works on the open workspace, which is closed whatever happens. */
export async function withMap<T>({ workspace, asOf, effects }: Context, work: (map: Levermap) => Promise<T>): Promise<T> {
  const { open } = await import("../library/open.ts");
  const map = await open(workspace, { asOf, effects });
  try {
    return await work(map);
  } finally {
    map.close();
  }
}

/** Puts one question to the workspace and prints the answer. */
export const ask = <T>(
  options: CommonOptions,
  signal: AbortSignal,
  question: (map: Levermap, context: Context) => Promise<T>,
  layOut: (answer: T, page: Page) => string,
): Promise<void> =>
  withContext(options, signal, async (context) => context.answer(await withMap(context, (map) => question(map, context)), layOut));
