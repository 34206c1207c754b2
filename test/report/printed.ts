import { Style } from "../../src/cli/page/style.ts";
import { printView } from "../../src/cli/print-view.ts";
import type { View } from "../../src/report/view.ts";

/** All of a view as a terminal shows it with `--details`, on a page so wide that few lines are broken. */
export const printed = (view: View, width = 400): string => printView(view, { width, style: new Style(false) }, { details: true });
