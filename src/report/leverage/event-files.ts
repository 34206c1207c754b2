import type { EventFileSummary } from "../../answers/backtest/event-file.ts";
import { counted } from "../../base/format.ts";
import { columns } from "../columns.ts";
import type { View } from "../view.ts";

/** What files of events hold, before they are run. */
export function eventFilesView({ files }: { readonly files: readonly EventFileSummary[] }): View {
  const notRead = files.flatMap(({ file, notRead: places }) => places.map((place) => `${file}: ${place} is not read`));
  const events = files.reduce((sum, file) => sum + file.events.length, 0);
  return {
    finding: `${counted(events, "event")} in ${counted(files.length, "file")} can be run.`,
    blocks: [
      {
        kind: "table",
        title: "Events",
        columns: columns("file", "event", "what~", "to predict>", "inputs>", "outside the model>"),
        rows: files.flatMap(({ file, events: own }) =>
          own.map(({ id, what, inputs, outputs, outside }) => [file, id, what, `${outputs}`, `${inputs}`, `${outside}`]),
        ),
      },
      ...(notRead.length > 0 ? [{ kind: "list" as const, title: "Unknown fields", items: notRead }] : []),
    ],
    details: [],
  };
}
