import type { Ask } from "../answers/ask/ask.ts";
import { LevermapError } from "../base/errors.ts";
import type { Findings } from "./page/findings.ts";

const homes = ["CN", "US", "KR", "JP", "TW", "NL", "DE", "EU"] as const;

/** The world's first five chokepoints, the weakest link of some homes and the first holders of patents; a home the workspace does not know is left out. */
export async function readFindings(ask: Ask): Promise<Findings> {
  const reports: Findings["homes"][number][] = [];
  for (const home of homes) {
    try {
      reports.push(await ask.chokepoints({ home, top: 1 }));
    } catch (thrown) {
      if (!(thrown instanceof LevermapError) || thrown.code !== "LM_ECONOMY_UNKNOWN") throw thrown;
    }
  }
  return { world: await ask.chokepoints({ top: 5 }), homes: reports, holders: await readHolders(ask) };
}

/** The first holders of patents; `null` where patents were not measured. */
async function readHolders(ask: Ask): Promise<Findings["holders"]> {
  try {
    return await ask.holders({ top: 5 });
  } catch (thrown) {
    if (!(thrown instanceof LevermapError) || thrown.code !== "LM_NOT_MEASURED") throw thrown;
    return null;
  }
}
