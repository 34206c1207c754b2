import { LevermapError } from "../../base/errors.ts";
import { screenView } from "../../report/screen/screen.ts";
import { attempt, missingText } from "../attempt.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** Whether a name is on a loaded list. */
export const screenPage: PageOf = {
  path: "/screen",
  async page({ query }, ask) {
    const name = (query.name ?? "").trim();
    const form = { choices: [{ name: "name", label: "Name, in any script", value: name }] };
    const title = name === "" ? "Is somebody on a list?" : `Is ${name} on a list?`;
    if (name === "")
      return {
        title,
        finding: "Write a name: a firm, an institute, a person, a ship. A match is possible, never certain: check it.",
        form,
        takesTable: true,
        blocks: [],
        steps: [{ label: "Cases of customers", path: "cases" }],
      };
    const found = await attempt(ask("screen", { queries: [{ name }] }), "LM_NO_LISTS");
    if (found instanceof LevermapError) return { title, finding: missingText(found), form, blocks: [] };
    const view = screenView(found);
    return { title, finding: leadOf(view.finding), form, ...ofView(view) };
  },
};
