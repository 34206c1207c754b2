import { type RefObject, useEffect, useRef } from "react";

/**
 * Where the focus goes in the panel: to its top with another technology or document, and with the way back from a document to the link
 * that opened it.
 */
export function usePanelFocus(id: string, patent: string | null): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  const last = useRef<{ readonly id: string; readonly patent: string | null }>({ id: "", patent: null });
  useEffect(() => {
    const left = last.current;
    last.current = { id, patent };
    const opener =
      patent === null && left.patent !== null && left.id === id
        ? panel.current?.querySelector<HTMLElement>(`[data-patent="${CSS.escape(left.patent)}"]`)
        : null;
    if (opener) {
      opener.focus();
      return;
    }
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo(0, 0);
  }, [id, patent]);
  return panel;
}
