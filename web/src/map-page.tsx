import { useMemo } from "react";
import { EvidenceSection } from "./evidence-section.tsx";
import { FilterLine } from "./filters/filter-line.tsx";
import { type HeadProps, PageHead } from "./filters/page-head.tsx";
import { NodeTable } from "./list/node-table.tsx";
import { StageList } from "./list/stage-list.tsx";
import { Legend } from "./map/legend.tsx";
import { MapPicture } from "./map/map-picture.tsx";
import { visibleMap } from "./map/visible.ts";
import { usePanelContext, WithPanel } from "./panel/with-panel.tsx";
import { usePhone } from "./state/use-media.ts";

/** Finding, picture, table, evidence; and the panel of the chosen technology. */
export function MapPage({ map, state, waiting, go }: HeadProps) {
  const phone = usePhone();
  const visible = useMemo(() => visibleMap(map, state), [map, state]);
  const context = usePanelContext(map, state.home, go);
  const asMap = state.view === "map";
  return (
    <WithPanel {...{ state, context, waiting }}>
      <PageHead {...{ map, state, waiting, go }} />
      <FilterLine {...{ map, visible, state, go }} />
      {asMap && <Legend by={state.colour} />}
      {asMap && phone && <StageList {...{ map, visible, state, go }} />}
      {asMap && !phone && <MapPicture {...{ map, visible, state, go }} names={context.names} />}
      {!(asMap && phone) && <NodeTable {...{ map, context }} by={state.colour} matches={visible.matches} chosen={state.technology} />}
      <EvidenceSection evidence={map.evidence} />
    </WithPanel>
  );
}
