import type { KnownParameters } from "./known-parameters.ts";
import type { OutputCourse } from "./output-model.ts";
import { classOf, type Shock } from "./shock.ts";

/** Notes the sources of an event's course, to report with the prediction. */
export function noteCourse(
  known: KnownParameters,
  { kind, targets }: Shock,
  { stopped, figures }: Pick<OutputCourse, "stopped" | "figures">,
): void {
  for (const t of stopped) {
    const technology = known.model.map.technologies[t]!;
    known.noteCourse(technology, classOf(kind));
    for (const { id } of targets) if (id !== null) known.noteUser(technology, id);
  }
  known.noteFigures(figures);
}
