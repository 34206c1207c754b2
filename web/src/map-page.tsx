import { useCallback, useMemo } from "react";
import type { MapView } from "../../src/answers/map-view.ts";
import { economyPalette } from "./colour/economies.ts";
import { EvidenceSection } from "./evidence-section.tsx";
import { FilterLine } from "./filters/filter-line.tsx";
import { PageHead } from "./filters/page-head.tsx";
import { ControlTable } from "./list/control-table.tsx";
import { ScoreTable } from "./list/score-table.tsx";
import { StageList } from "./list/stage-list.tsx";
import { Legend } from "./map/legend.tsx";
import { MapPicture } from "./map/map-picture.tsx";
import { visibleMap } from "./map/visible.ts";
import { TechnologyPanel } from "./panel/technology-panel.tsx";
import type { PageState } from "./state/url-state.ts";
import { useDark, usePhone } from "./state/use-media.ts";
import type { Go } from "./state/use-page.ts";

interface MapPageProps {
  readonly map: MapView;
  readonly state: PageState;
  readonly waiting: boolean;
  readonly go: Go;
}

const namesOf = (entries: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(entries.map((entry) => [entry.id, entry.name]));

/** Finding, picture, table, evidence; and the panel of the chosen technology. */
export function MapPage({ map, state, waiting, go }: MapPageProps) {
  const phone = usePhone();
  const dark = useDark();
  const visible = useMemo(() => visibleMap(map, state), [map, state]);
  const palette = useMemo(() => economyPalette(map.nodes), [map.nodes]);
  const names = useMemo(() => namesOf(map.economies), [map.economies]);
  const organisations = useMemo(() => namesOf(map.organisations), [map.organisations]);
  const technologies = useMemo(() => namesOf(map.nodes), [map.nodes]);
  const { technology } = state;
  const close = useCallback(() => {
    go({ technology: null });
    const back = technology === null ? null : CSS.escape(technology);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement | SVGElement>(`[data-node="${back}"], [data-technology="${back}"]`)?.focus(),
    );
  }, [go, technology]);
  const asMap = state.view === "map";
  const Table = state.colour === "controls" ? ControlTable : ScoreTable;
  return (
    <div className={technology === null ? "page" : "page with-panel"}>
      <main aria-busy={waiting}>
        <PageHead {...{ map, state, waiting, go }} />
        <FilterLine {...{ map, visible, state, go }} />
        {asMap && <Legend by={state.colour} />}
        {asMap && phone && <StageList {...{ map, visible, state, go }} />}
        {asMap && !phone && <MapPicture {...{ map, visible, names, state, go }} />}
        {!(asMap && phone) && <Table {...{ map, names, palette, go }} matches={visible.matches} chosen={technology} />}
        <EvidenceSection evidence={map.evidence} />
      </main>
      {technology !== null && (
        <TechnologyPanel
          id={technology}
          patent={state.patent}
          close={close}
          context={{ go, names, organisations, technologies, palette, dark, home: state.home }}
        />
      )}
    </div>
  );
}
