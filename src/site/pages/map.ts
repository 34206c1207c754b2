import { mapTitle } from "../map-title.ts";
import type { PageOf } from "../page.ts";

/** The map, for a home and on a day: what stands around it is drawn in the browser. */
export const mapPage: PageOf = {
  path: "/map",
  async page({ query: { home, on, colour } }, ask) {
    const map = await ask("map", { ...(home && { home }), ...(on && { asOf: on }) });
    const title = mapTitle(map);
    return {
      title,
      finding: colour === "controls" ? map.controlsFinding : map.finding,
      picture: { kind: "map", title, map },
      blocks: [],
      evidence: map.evidence,
    };
  },
};
