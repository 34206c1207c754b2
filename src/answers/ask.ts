import type { ChangeReport } from "./change-report.ts";
import type { ChokepointReport } from "./chokepoint-report.ts";
import type { MapView } from "./map-view.ts";
import type { TechnologyCard, TechnologyList } from "./technology-card.ts";
import type { WorkspaceStatus } from "./workspace-status.ts";

/** The questions that server, web page and library put to one workspace. Each throws a `LevermapError` for what it cannot answer. */
export interface Ask {
  /** `home`: economy or group; without it the map is that of the whole world. */
  map(question: { readonly home?: string | undefined }): Promise<MapView>;
  /** `source`: answer from the shares of one source only; `top`: how many of the ranked to give. */
  chokepoints(question: {
    readonly home?: string | undefined;
    readonly source?: string | undefined;
    readonly top?: number | undefined;
  }): Promise<ChokepointReport>;
  technologies(): Promise<TechnologyList>;
  /** Throws LM_TECHNOLOGY_UNKNOWN. */
  technology(id: string): Promise<TechnologyCard>;
  status(): Promise<WorkspaceStatus>;
  /** Change between the last two editions of `source`. */
  changes(question: { readonly source: string }): Promise<ChangeReport>;
}
