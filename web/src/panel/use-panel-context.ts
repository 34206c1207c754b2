import { useMemo } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { economyPalette } from "../colour/economies.ts";
import type { PanelContext } from "../state/panel-context.ts";
import { useDark } from "../state/use-media.ts";
import type { Go } from "../state/use-page.ts";

const namesOf = (entries: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(entries.map((entry) => [entry.id, entry.name]));

/** Names and colours of the map, for a page and its panel. */
export function usePanelContext(map: MapView, home: string | null, go: Go): Omit<PanelContext, "documents"> {
  const palette = useMemo(() => economyPalette(map.nodes), [map.nodes]);
  const names = useMemo(() => namesOf(map.economies), [map.economies]);
  const organisations = useMemo(() => namesOf(map.organisations), [map.organisations]);
  const technologies = useMemo(() => namesOf(map.nodes), [map.nodes]);
  return { go, names, organisations, technologies, palette, dark: useDark(), home };
}
