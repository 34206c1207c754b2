import type { MouseEvent, ReactNode } from "react";
import { formatState, parseState } from "../state/url-state.ts";
import type { Go } from "../state/use-page.ts";

interface TechnologyLinkProps {
  readonly id: string;
  readonly go: Go;
  readonly children: ReactNode;
}

/** A link to a technology: opens its panel here, or a page of its own in another tab. */
export function TechnologyLink({ id, go, children }: TechnologyLinkProps) {
  const href = formatState({ ...parseState(window.location.search), technology: id });
  const click = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ technology: id });
  };
  return (
    <a href={href} onClick={click} data-technology={id}>
      {children}
    </a>
  );
}
