import type { MouseEvent, ReactNode } from "react";
import { changed, formatState, type Go, type PageState, parseState } from "../state/page-state.ts";

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
  const href = formatState(changed(parseState(window.location.search), change));
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
