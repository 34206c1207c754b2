import { say } from "../../base/message.ts";
import { organisationView } from "../../report/profile/organisation.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { barPicture, rangeBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** What a firm or an institute holds, on whom it depends, and what controls say of it. */
export const organisationPage: PageOf = {
  path: "/organisation/:organisation",
  async page({ params: { organisation = "" } }, ask) {
    const profile = await ask("organisation", { organisation });
    const view = organisationView(profile);
    return {
      title: say("organisation.what-it-holds", { organisation: profile.name }),
      finding: leadOf(profile.finding),
      picture: barPicture(
        say("holder.what-it-holds", { holder: profile.name }),
        "part of world supply",
        profile.holds.map(({ technology: id, name, low, high, basis }, _, all) =>
          rangeBar(
            all.filter(({ technology }) => technology === id).length > 1 ? say("organisation.by-basis", { name, basis }) : name,
            low,
            high,
            {
              to: "technology",
              id,
            },
          ),
        ),
        1,
      ),
      ...ofView(view),
      steps: [
        ...(profile.economy ? [{ label: profile.economyName ?? profile.economy, path: `economy/${profile.economy}` }] : []),
        { label: "Its patents", path: `holder/${encodeURIComponent(profile.name)}` },
        { label: "Is it on a list?", path: `screen?name=${encodeURIComponent(profile.name)}` },
      ],
    };
  },
};
