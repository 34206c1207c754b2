import type { Answer } from "../../ask/ask.ts";
import { percentInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { capital } from "../../base/words.ts";
import type { CurvePoint } from "../../report/view.ts";
import type { DrawnPicture } from "../picture.ts";

type Run = Pick<Answer<"simulate">, "scenario" | "targets" | "horizons">;

/** Targets that a first screen has room for. */
const most = 6;

/** What each target loses over the months, those hit hardest first, on one scale. */
export function lossFans({ targets, horizons }: Pick<Run, "targets" | "horizons">): DrawnPicture | undefined {
  const panels = panelsOf({ targets, horizons });
  if (panels.length === 0) return undefined;
  const left = panels.length - most;
  return {
    kind: "drawn",
    title: "What is lost as months go by",
    unit: say("loss-fans.unit", { less: left > 0 ? say("loss-fans.less-below", { targets: left }) : "" }),
    summary: panels.slice(0, most).map(peakWords).join("; "),
    shape: { kind: "fans", panels: panels.slice(0, most) },
  };
}

/** What each of some scenarios does to whom it hits hardest, on one scale. */
export function comparedFans(runs: readonly Run[]): DrawnPicture | undefined {
  const panels = runs.flatMap((run) =>
    panelsOf(run)
      .slice(0, 1)
      .map(({ title, points }) => ({ title: `${run.scenario.name}: ${title}`, points })),
  );
  if (panels.length === 0) return undefined;
  return {
    kind: "drawn",
    title: "What is lost by whom each hits hardest, as months go by",
    unit: "part of running chip output, with the middle 80% of draws",
    summary: panels.map(peakWords).join("; "),
    shape: { kind: "fans", panels },
  };
}

/** A panel for each target that loses anything, those hit hardest first: by the mean of the first twelve months, as the finding tells. */
const panelsOf = ({ targets, horizons }: Pick<Run, "targets" | "horizons">) =>
  targets
    .map(({ name, loss, average }) => ({
      title: capital(name),
      mean: average?.[horizons.indexOf(12)]?.drawn[1] ?? 0,
      points: (loss ?? []).flatMap((each, at): readonly CurvePoint[] => {
        const month = horizons[at];
        return month === undefined ? [] : [{ month, interval: each.drawn }];
      }),
    }))
    .filter(({ points }) => worst(points) > 0)
    .sort((a, b) => b.mean - a.mean || worst(b.points) - worst(a.points));

/** `Taiwan 72% (53 to 80%) at the peak, after 3 months`. */
function peakWords({ title, points }: { readonly title: string; readonly points: readonly CurvePoint[] }): string {
  const peak = points.reduce((most, point) => (point.interval[1] > most.interval[1] ? point : most));
  return say("loss-fans.peak", { title, part: percentInterval(peak.interval), months: peak.month });
}

const worst = (points: readonly CurvePoint[]): number => Math.max(0, ...points.map(({ interval }) => interval[1]));
