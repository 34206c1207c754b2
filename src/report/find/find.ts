import type { FindReport } from "../../answers/find/find-questions.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note, table } from "../blocks.ts";
import type { Cell, View } from "../view.ts";

/** Rows that are shown by default. */
const most = 12;

/** What was found, the best first, and what was not searched. */
export function findView({ query, found, total, notLoaded, evidence }: FindReport): View {
  const rows = found.map(({ kind, id, name, as, about }): readonly Cell[] => [
    { text: name, link: { to: kind, id } },
    kind,
    id,
    as ?? "",
    about ?? "",
  ]);
  return {
    finding: findingOf(query, found, total),
    blocks: [
      table("Found", ["name~", "what", "id", "also called~", { title: "of", wide: true }], rows, { none: "nothing", most }),
      ...notLoaded.map(note),
    ],
    details: [],
    evidence,
  };
}

function findingOf(query: string, [first]: FindReport["found"], total: number): string {
  if (first === undefined) return say("find.nothing-here-is-called", { query });
  if (first.isNear) return say("find.nothing-here-is-called-near", { query, matches: total, name: first.name, kind: first.kind });
  return say("find.found-for-first", { total: count(total), query, name: first.name, kind: first.kind });
}
