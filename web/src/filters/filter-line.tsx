import type { ReactNode } from "react";
import { counted } from "../../../src/base/format.ts";
import { capital, spaced } from "../../../src/base/words.ts";
import { isFiltered, type VisibleProps } from "../map/visible.ts";
import { emptyState, type PageState } from "../state/page-state.ts";
import { usePhone } from "../state/use-page.ts";
import { Choice } from "./choice.tsx";

const none: Partial<PageState> = { stage: null, kind: null, economy: null, organisation: null, q: emptyState.q };

/** All filters in words, what they leave, and the way back. */
export function FilterLine({ map, visible, state, go }: VisibleProps) {
  const kinds = [...new Set(map.nodes.map((node) => node.kind))].sort();
  const held = new Set(map.nodes.flatMap((node) => node.organisations));
  const providers = new Set(map.nodes.flatMap((node) => node.economies.map((entry) => entry.economy)));
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, "en");
  const phone = usePhone();
  const folded = map.nodes.filter((node) => node.parent !== null).length;
  return (
    <search className="filters" aria-label="Filters">
      <label className="choice search">
        <span>Search</span>
        <input
          type="search"
          value={state.q}
          maxLength={200}
          placeholder="technology or organisation"
          onChange={(event) => go({ q: event.target.value }, "replace")}
        />
      </label>
      <Folded when={phone} open={isFiltered({ ...state, q: "" })}>
        <Choice label="stage" none="any stage" value={state.stage} options={map.stages} change={(stage) => go({ stage })} />
        <Choice
          label="kind"
          none="any kind"
          value={state.kind}
          options={kinds.map((id) => ({ id, name: capital(spaced(id)) }))}
          change={(kind) => go({ kind })}
        />
        <Choice
          label="held in"
          none="any economy"
          value={state.economy}
          options={map.economies.filter((entry) => providers.has(entry.id)).sort(byName)}
          change={(economy) => go({ economy })}
        />
        <Choice
          label="by"
          none="any organisation"
          value={state.organisation}
          options={map.organisations.filter((entry) => held.has(entry.id)).sort(byName)}
          change={(organisation) => go({ organisation })}
        />
      </Folded>
      <span className="left" role="status">
        {isFiltered(state)
          ? `${visible.matches.size} of ${counted(map.nodes.length, "technology fits", "technologies fit")}`
          : counted(map.nodes.length, "technology", "technologies")}
      </span>
      {visible.matches.size === 0 && state.q.trim() !== "" && (
        <a href={`search?q=${encodeURIComponent(state.q.trim())}`}>Search lists, patents and rules too</a>
      )}
      {isFiltered(state) && (
        <button type="button" onClick={() => go(none)}>
          Clear filters
        </button>
      )}
      {folded > 0 && (
        <button type="button" onClick={() => go({ unfold: state.unfold === "all" ? [] : "all" })}>
          {state.unfold === "all" ? `Fold ${folded} again` : `Show ${folded} folded`}
        </button>
      )}
    </search>
  );
}

/** Where there is little room the filters stand behind one word. */
function Folded({ when, open, children }: { readonly when: boolean; readonly open: boolean; readonly children: ReactNode }) {
  if (!when) return children;
  return (
    <details className="more" open={open}>
      <summary>Filters</summary>
      <div className="more-choices">{children}</div>
    </details>
  );
}
