import { useMemo } from "react";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { EvidenceSection } from "./evidence-section.tsx";
import { FilterLine } from "./filters/filter-line.tsx";
import { PageHead } from "./filters/page-head.tsx";
import { ControlTable } from "./list/control-table.tsx";
import { ScoreTable } from "./list/score-table.tsx";
import { StageList } from "./list/stage-list.tsx";
import { Legend } from "./map/legend.tsx";
import { MapPicture } from "./map/map-picture.tsx";
import { visibleMap } from "./map/visible.ts";
import { usePanelContext, WithPanel } from "./panel/with-panel.tsx";
import type { Go, PageState } from "./state/page-state.ts";
import { usePhone } from "./state/use-media.ts";

interface MapPageProps {
  readonly map: MapView;
  readonly state: PageState;
  readonly waiting: boolean;
  readonly go: Go;
}

/** Finding, picture, table, evidence; and the panel of the chosen technology. */
export function MapPage({ map, state, waiting, go }: MapPageProps) {
  const phone = usePhone();
  const visible = useMemo(() => visibleMap(map, state), [map, state]);
  const context = usePanelContext(map, state.home, go);
  const { names, palette } = context;
  const asMap = state.view === "map";
  const Table = state.colour === "controls" ? ControlTable : ScoreTable;
  return (
    <WithPanel {...{ state, context, waiting }}>
      <PageHead {...{ map, state, waiting, go }} />
      <FilterLine {...{ map, visible, state, go }} />
      {asMap && <Legend by={state.colour} />}
      {asMap && phone && <StageList {...{ map, visible, state, go }} />}
      {asMap && !phone && <MapPicture {...{ map, visible, names, state, go }} />}
      {!(asMap && phone) && <Table {...{ map, names, palette, go }} matches={visible.matches} chosen={state.technology} />}
      <EvidenceSection evidence={map.evidence} />
    </WithPanel>
  );
}
