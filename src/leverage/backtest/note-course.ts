import type { KnownParameters } from "./known-parameters.ts";
import type { OutputCourse } from "./output-model.ts";
import { classOf, type Shock } from "./shock.ts";

/** Notes what a course of the event rests on, so that it is told with the prediction. */
export function noteCourse(known: KnownParameters, { kind }: Shock, { stopped, figures }: Pick<OutputCourse, "stopped" | "figures">): void {
  for (const t of stopped) known.noteCourse(known.model.map.technologies[t]!, classOf(kind));
  known.noteFigures(figures);
}
