import type { EventFileSummary } from "../../answers/backtest/event-file.ts";
import { counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { paragraph } from "../page/wrap.ts";

/** What files of events hold, before they are run. */
export function eventFilesText({ files }: { readonly files: readonly EventFileSummary[] }, { width }: Page): string {
  return files
    .flatMap(({ file, events, notRead }) => [
      paragraph(`${file}: ${counted(events.length, "event")}`, width),
      ...events.map(
        ({ id, what, inputs, outputs, outside }) =>
          `  ${paragraph(`${id}: ${what}; ${outputs} to predict, ${counted(inputs, "input")}, ${outside} outside the model`, width, "  ")}`,
      ),
      ...notRead.map((place) => `  ${paragraph(`${place} is not read`, width, "  ")}`),
    ])
    .join("\n");
}
