import type { Answer } from "../../answers/ask/ask.ts";
import { section } from "../../report/blocks.ts";
import { controlView } from "../../report/controls/control.ts";
import { controlsDiffView } from "../../report/controls/controls-diff.ts";
import { controlsListView } from "../../report/controls/controls-list.ts";
import { itemView } from "../../report/controls/item.ts";
import { timelineView } from "../../report/controls/timeline.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { ruleDifferences } from "../pictures/rule-differences.ts";
import { barPicture, countBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** Which controls are in force, by issuer, and how they came; with two days, what changed between them. */
export const controlsPage: PageOf = {
  path: "/controls",
  async page({ query: { from = "", to = "" } }, ask) {
    const form = {
      choices: [
        { name: "from", label: "Changed from", value: from },
        { name: "to", label: "to (YYYY-MM-DD)", value: to },
      ],
    };
    if (from !== "" && to !== "") {
      const difference = await ask("controlsDiff", { from, to });
      const view = controlsDiffView(difference);
      return {
        title: `What changed in controls from ${from} to ${to}?`,
        finding: leadOf(view.finding),
        picture: ruleDifferences(difference),
        form,
        ...ofView(view),
        steps: [{ label: "Controls of today", path: "controls" }],
      };
    }
    const [list, timeline] = await Promise.all([ask("controlsList", {}), ask("timeline", {})]);
    const [view, rules] = [controlsListView(list), timelineView(timeline)];
    return {
      title: "Which controls on chipmaking are in force?",
      finding: leadOf(view.finding),
      picture: byIssuer(timeline),
      form,
      blocks: [...view.blocks, section("How they came", rules.blocks)],
      details: [...view.details, ...rules.details],
      evidence: rules.evidence,
    };
  },
};

/** One rule, list or entry, under an address that stays. */
export const controlPage: PageOf = {
  path: "/control/:id",
  async page({ params: { id = "" } }, ask) {
    const view = controlView(await ask("control", { id }));
    return {
      title: `What is ${id}?`,
      finding: leadOf(view.finding),
      ...ofView(view),
      steps: [{ label: "All controls", path: "controls" }],
    };
  },
};

/** What controls say of an item: a classification number or words. */
export const itemPage: PageOf = {
  path: "/item/:query",
  async page({ params: { query = "" } }, ask) {
    const view = itemView(await ask("item", { query }));
    return {
      title: `Is ${query} controlled?`,
      finding: leadOf(view.finding),
      ...ofView(view),
      steps: [{ label: "All controls", path: "controls" }],
    };
  },
};

/** Rules in force by issuer. */
function byIssuer({ rules }: Answer<"timeline">) {
  const counts = new Map<string, number>();
  for (const { issuer, state } of rules) if (state === "in force") counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  return barPicture(
    "Rules on record as in force, by issuer",
    "rules",
    [...counts].sort(([, a], [, b]) => b - a).map(([label, count]) => countBar(label, count)),
  );
}
