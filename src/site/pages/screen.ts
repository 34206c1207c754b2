import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { ordersWords, orderTable } from "../../report/profile/organisation.ts";
import { screenView } from "../../report/screen/screen.ts";
import { attempt, missingText } from "../attempt.ts";
import { ofView } from "../of-view.ts";
import type { PageOf, SiteAsk, SitePage } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** Whether a name is on a loaded list. */
export const screenPage: PageOf = {
  path: "/screen",
  words: ["name"],
  async page({ query }, ask) {
    const name = (query.name ?? "").trim();
    const form = { choices: [{ name: "name", label: "Name, in any script", value: name }] };
    const title = name === "" ? "Is somebody on a list?" : say("screen.is-listed", { name: { given: name } });
    if (name === "")
      return {
        title,
        finding: "Write a name: a firm, an institute, a person, a ship. A match is possible, never certain: check it.",
        form,
        takesTable: true,
        blocks: [],
        steps: [{ label: "Cases of customers", path: "cases" }],
      };
    const [found, rules] = await Promise.all([attempt(ask("screen", { queries: [{ name }] }), "LM_NO_LISTS"), onRecord(name, ask)]);
    if (found instanceof LevermapError)
      return {
        title,
        finding: [rules.finding, missingText(found)].filter(Boolean).join(" "),
        form,
        blocks: rules.blocks,
        steps: rules.steps,
      };
    const view = screenView(found);
    const { blocks, ...rest } = ofView(view);
    return {
      title,
      finding: [rules.finding, leadOf(view.finding)].filter(Boolean).join(" "),
      form,
      blocks: [...rules.blocks, ...blocks],
      ...rest,
      steps: rules.steps,
    };
  },
};

/** Rules on record that name the organisation of a name, which may stand on no list that is loaded. */
async function onRecord(
  name: string,
  ask: SiteAsk,
): Promise<Pick<SitePage, "finding" | "blocks"> & { readonly steps: NonNullable<SitePage["steps"]> }> {
  const { found } = await ask("find", { query: name, top: 5 });
  const organisation = found.find(({ kind, isNear }) => kind === "organisation" && !isNear);
  if (organisation === undefined) return { finding: "", blocks: [], steps: [] };
  const profile = await ask("organisation", { organisation: organisation.id });
  return {
    finding: ordersWords(profile),
    blocks: profile.orders.length === 0 ? [] : [orderTable(profile.orders)],
    steps: [{ label: say("holder.what-it-holds", { holder: profile.name }), path: `organisation/${profile.organisation}` }],
  };
}
