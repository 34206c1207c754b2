import type { View } from "../report/view.ts";
import type { SitePage } from "./page.ts";

/** What a page shows below its first screen: what limits the answer most, then the blocks, details and evidence of its view, nothing twice. */
export const ofView = ({ limit, blocks, details, evidence }: View): Pick<SitePage, "blocks" | "details" | "evidence"> => ({
  blocks: [...(limit === undefined ? [] : [{ kind: "note", text: limit } as const]), ...blocks],
  details,
  evidence: evidence && { ...evidence, limits: evidence.limits.filter((each) => each !== limit) },
});
