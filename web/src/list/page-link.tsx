import { type MouseEvent, type ReactNode, useContext } from "react";
import { changed, formatState, type Go, type PageState } from "../state/page-state.ts";
import { PlaceContext } from "../state/place.ts";

interface PageLinkProps {
  readonly change: Partial<PageState>;
  readonly go: Go;
  readonly children: ReactNode;
  /** Whether it leads to what is shown already. */
  readonly current?: boolean;
  readonly "data-technology"?: string;
  readonly "data-patent"?: string;
}

/** A link to another state of this page: goes there, or opens a page of its own in another tab. */
export function PageLink({ change, go, children, current = false, ...marks }: PageLinkProps) {
  const { state } = useContext(PlaceContext);
  const href = formatState(changed(state, change));
  const click = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <a href={href} onClick={click} aria-current={current ? "page" : undefined} {...marks}>
      {children}
    </a>
  );
}

/** A link to a technology: opens its panel. */
export function TechnologyLink({ id, go, children }: { readonly id: string; readonly go: Go; readonly children: ReactNode }) {
  return (
    <PageLink change={{ technology: id }} go={go} data-technology={id}>
      {children}
    </PageLink>
  );
}
