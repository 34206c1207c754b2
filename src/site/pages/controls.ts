import type { Answer } from "../../ask/ask.ts";
import { dayOf } from "../../base/days.ts";
import { say } from "../../base/message.ts";
import { section } from "../../report/blocks.ts";
import { partyLink } from "../../report/cell.ts";
import { controlView } from "../../report/controls/control.ts";
import { controlsDiffView } from "../../report/controls/controls-diff.ts";
import { controlsListView } from "../../report/controls/controls-list.ts";
import { itemView } from "../../report/controls/item.ts";
import { timelineView } from "../../report/controls/timeline.ts";
import type { Block } from "../../report/view.ts";
import { valueNotes } from "../browser/address-notes.ts";
import { homeChoice } from "../home-choice.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { ruleDifferences } from "../pictures/rule-differences.ts";
import { barPicture, countBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** Which controls are in force, by issuer, and how they came; with two days, what changed between them. */
export const controlsPage: PageOf = {
  path: "/controls",
  words: ["from", "to"],
  async page({ query }, ask) {
    const notes = valueNotes(query, { from: daysIn(query.from), to: daysIn(query.to) });
    const { economies, asOf } = await ask("map", {});
    const [from = ""] = daysIn(query.from);
    // From a day on is until now
    const [to = from === "" ? "" : asOf] = daysIn(query.to);
    const form = {
      choices: [
        { name: "from", label: "Changed from", value: from, isDay: true },
        { name: "to", label: "to", value: to, isDay: true },
      ],
    };
    if (from !== "" && to !== "") {
      const difference = await ask("controlsDiff", { from, to });
      const view = controlsDiffView(difference);
      return {
        title: say("controls.what-changed", { from, to }),
        notes,
        finding: leadOf(view.finding),
        picture: ruleDifferences(difference, economies),
        form,
        ...ofView(view),
        steps: [{ label: "Controls of today", path: "controls" }],
      };
    }
    const [list, timeline] = await Promise.all([ask("controlsList", {}), ask("timeline", {})]);
    const [view, rules] = [controlsListView(list), timelineView(timeline)];
    const isBare = list.lists.length + list.itemEditions.length === 0;
    return {
      title: "Which controls on chipmaking are in force?",
      notes,
      finding: `${inForceWords(timeline)} ${isBare ? noLists : leadOf(view.finding)}`,
      picture: byIssuer(timeline, economies),
      form,
      blocks: [...view.blocks, section("How they came", rules.blocks.map(folded))],
      details: [...view.details, ...rules.details],
      evidence: rules.evidence,
      steps: isBare ? [{ label: "Load a list", path: "data" }] : [],
    };
  },
};

/** The day that a text is, if it is one. */
const daysIn = (text = ""): readonly string[] => (dayOf(text) === null ? [] : [text]);

/** One rule, list or entry, under an address that stays. */
export const controlPage: PageOf = {
  path: "/control/:id",
  async page({ params: { id = "" } }, ask) {
    const shown = await ask("control", { id });
    const view = controlView(shown);
    return {
      title: shown.rule === null ? say("controls.what-is", { id }) : say("controls.is-in-force", { title: shown.rule.title }),
      finding: leadOf(view.finding),
      ...ofView(view),
      steps: [{ label: "All controls", path: "controls" }],
    };
  },
};

/** What controls say of an item: a classification number or words. */
export const itemPage: PageOf = {
  path: "/item/:query",
  words: ["to"],
  async page({ params: { query = "" }, query: { to = "" } }, ask) {
    const [item, { economies }] = await Promise.all([ask("item", { query, ...(to ? { destination: to } : {}) }), ask("map", {})]);
    const view = itemView(item);
    const destinations = economies.filter(({ group }) => !group);
    return {
      title: say("controls.is-controlled", { query: { given: query } }),
      finding: leadOf(view.finding),
      form: { choices: [homeChoice(destinations, item.destination ?? "", { name: "to", label: "To", none: "no destination" })] },
      ...ofView(view),
      steps: [{ label: "All controls", path: "controls" }],
    };
  },
};

/** Rows of the timeline that stand on the page; the others are one click away. */
const mostRules = 20;

const folded = (block: Block): Block => (block.kind === "table" ? { ...block, most: mostRules } : block);

const noLists = "No list of parties that exist and no control list of items is loaded.";

const inForce = ({ rules }: Answer<"timeline">) => rules.filter(({ state }) => state === "in force");

const inForceWords = (timeline: Answer<"timeline">): string =>
  say("controls.in-force", { inForce: inForce(timeline).length, rules: timeline.rules.length, asOf: timeline.asOf });

/** Rules in force by issuer. */
function byIssuer(timeline: Answer<"timeline">, economies: Answer<"map">["economies"]) {
  const names = new Map(economies.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const { issuer } of inForce(timeline)) counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  return barPicture(
    "Who issued the rules in force",
    "number of rules on record",
    [...counts].sort(([, a], [, b]) => b - a).map(([issuer, count]) => countBar(names.get(issuer) ?? issuer, count, partyLink(issuer))),
  );
}
