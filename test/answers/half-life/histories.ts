import { share, technology } from "../../measure/rows.ts";
import type { FakeRow } from "../../workspace/fake-source.ts";

/** An atlas's shares of twelve greatest holders in 2015 and 2020. */
export const histories: readonly FakeRow[] = Array.from({ length: 12 }, (_, i) => `past-${i}`).flatMap((id, i) => [
  { table: "technology" as const, row: { ...technology(id) } },
  ...[0.7 + i / 100, i % 2 === 0 ? 0.8 : 0.6].map((part, at) => {
    const { dataset: _, ...row } = share(id, "DD", part, { year: 2015 + 5 * at });
    return { table: "share" as const, row };
  }),
]);
