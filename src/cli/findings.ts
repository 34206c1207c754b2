import type { Ask } from "../answers/ask.ts";
import { LevermapError } from "../base/errors.ts";
import type { Findings } from "./text/findings.ts";

const homes = ["CN", "US", "KR", "JP", "TW", "NL", "DE", "EU"] as const;

/** The world's first five chokepoints and the weakest link of some homes; a home the workspace does not know is left out. */
export async function readFindings(ask: Ask): Promise<Findings> {
  const reports: Findings["homes"][number][] = [];
  for (const home of homes) {
    try {
      reports.push(await ask.chokepoints({ home, top: 1 }));
    } catch (thrown) {
      if (!(thrown instanceof LevermapError) || thrown.code !== "LM_ECONOMY_UNKNOWN") throw thrown;
    }
  }
  return { world: await ask.chokepoints({ top: 5 }), homes: reports };
}
