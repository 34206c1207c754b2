import { PageLink } from "../list/page-link.tsx";
import type { Go, PageState } from "../state/page-state.ts";

interface NavProps {
  readonly view: PageState["view"];
  readonly go: Go;
}

/** The pages there are, by what they tell. */
export function PageNav({ view, go }: NavProps) {
  const isPlan = view === "plan";
  return (
    <nav className="pages" aria-label="Pages">
      <span className="brand">Levermap</span>
      <PageLink change={{ view: "map", technology: null }} go={go} current={!isPlan}>
        Supply
      </PageLink>
      <PageLink change={{ view: "plan", technology: null }} go={go} current={isPlan}>
        Plans
      </PageLink>
    </nav>
  );
}
