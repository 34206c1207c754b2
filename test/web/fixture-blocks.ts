import type { BlocksReport } from "../../src/answers/blocks-report.ts";
import type { Evidence } from "../../src/answers/evidence.ts";
import { freedomToOperate } from "../../src/answers/freedom-to-operate.ts";
import type { MapView } from "../../src/answers/map-view.ts";
import { priorArt } from "../../src/answers/prior-art.ts";

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
