import { type ReactNode, useCallback } from "react";
import type { PanelContext } from "../state/panel-context.ts";
import type { PageState } from "../state/url-state.ts";
import { TechnologyPanel } from "./technology-panel.tsx";

interface WithPanelProps {
  readonly state: PageState;
  readonly context: Omit<PanelContext, "documents">;
  readonly waiting: boolean;
  readonly children: ReactNode;
}

/** A page, and beside it the panel of the chosen technology. */
export function WithPanel({ state: { technology, patent }, context, waiting, children }: WithPanelProps) {
  const { go } = context;
  const close = useCallback(() => {
    go({ technology: null });
    const back = technology === null ? null : CSS.escape(technology);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement | SVGElement>(`[data-node="${back}"], [data-technology="${back}"]`)?.focus(),
    );
  }, [go, technology]);
  return (
    <div className={technology === null ? "page" : "page with-panel"}>
      <main aria-busy={waiting}>{children}</main>
      {technology !== null && <TechnologyPanel id={technology} patent={patent} close={close} context={context} />}
    </div>
  );
}
