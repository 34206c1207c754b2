import { type ReactNode, useCallback, useMemo } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { economyPalette } from "../colour/colours.ts";
import { copyButton } from "../list/copy-button.tsx";
import type { Go, PageState } from "../state/page-state.ts";
import type { PageContext } from "../state/panel-context.ts";
import { useDark } from "../state/use-page.ts";
import { linkedOn } from "./linked.tsx";
import { TechnologyPanel } from "./technology-panel.tsx";

interface WithPanelProps {
  readonly state: PageState;
  readonly context: PageContext;
  readonly waiting: boolean;
  readonly children: ReactNode;
}

/** A page, and beside it the panel of the chosen technology. */
export function WithPanel({ state: { technology, patent }, context, waiting, children }: WithPanelProps) {
  const { go } = context;
  const close = useCallback(() => {
    go({ technology: null });
    const back = technology === null ? null : CSS.escape(technology);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement | SVGElement>(`[data-node="${back}"], [data-technology="${back}"]`)?.focus(),
    );
  }, [go, technology]);
  return (
    <div className={technology === null ? "page" : "page with-panel"}>
      <main aria-busy={waiting}>{children}</main>
      {technology !== null && <TechnologyPanel id={technology} patent={patent} close={close} context={context} />}
    </div>
  );
}

const namesOf = (entries: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(entries.map((entry) => [entry.id, entry.name]));

/** Names and colours of the map, for a page and its panel. */
export function usePanelContext(map: MapView, home: string | null, go: Go): PageContext {
  const palette = useMemo(() => economyPalette(map.nodes), [map.nodes]);
  const names = useMemo(() => namesOf(map.economies), [map.economies]);
  const organisations = useMemo(() => namesOf(map.organisations), [map.organisations]);
  const technologies = useMemo(() => namesOf(map.nodes), [map.nodes]);
  const dark = useDark();
  return useMemo(() => {
    const link = linkedOn(go, palette);
    return { go, names, organisations, technologies, palette, link, copy: copyButton, dark, home };
  }, [go, names, organisations, technologies, palette, dark, home]);
}
