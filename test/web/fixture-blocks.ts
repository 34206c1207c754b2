import type { MapView } from "../../src/answers/card/map-view.ts";
import { freedomToOperate } from "../../src/answers/exclusion/freedom-to-operate.ts";
import { priorArt } from "../../src/answers/patents/prior-art.ts";
import type { BlocksReport } from "../../src/answers/patents/prior-art-report.ts";
import type { Evidence } from "../../src/answers/shared/evidence.ts";

/** What is told of refusals and cases where none is loaded. */
export function fixtureBlocks(office: string | null, node: MapView["nodes"][number] | null, evidence: Evidence): BlocksReport {
  const wanted = { office, technologies: node && [node.id] };
  return {
    question: "Who was refused over whose documents?",
    finding: "No refusal is known here.",
    office,
    technology: node?.id ?? null,
    priorArt: priorArt([], new Map(), office, 10),
    freedomToOperate: freedomToOperate({ cases: [], holders: new Map(), registered: [], published: [] }, () => [], wanted, 10),
    evaluation: null,
    evidence,
  };
}
