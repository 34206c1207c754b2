import { useMemo } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { formatState, type PageState, parseState } from "../state/page-state.ts";
import { type VisibleMap, visibleMap } from "./visible.ts";

/** As `visibleMap`, and the same as before where what is chosen changes nothing of it, so that nothing is drawn anew. */
export function useVisible(map: MapView, state: PageState): VisibleMap {
  const choice = formatState({ ...state, technology: null });
  const unchosen = useMemo(() => visibleMap(map, parseState(choice)), [map, choice]);
  const { technology } = state;
  const folded = technology === null || unchosen.folding.standsIn.get(technology) === technology ? null : technology;
  return useMemo(
    () => (folded === null ? unchosen : visibleMap(map, { ...parseState(choice), technology: folded })),
    [map, choice, unchosen, folded],
  );
}
