import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { say } from "../words/spoken.ts";
import { changed, formatState, type Go, type PageState, parseState } from "./page-state.ts";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** What the address says is chosen, and the way to choose something else. */
export function usePage(): readonly [PageState, Go] {
  const query = useSyncExternalStore(subscribe, () => window.location.search);
  const state = useMemo(() => parseState(query), [query]);
  const go = useCallback<Go>((change, how = "push") => {
    const next = formatState(changed(parseState(window.location.search), change));
    if (next === formatState(parseState(window.location.search))) return;
    // What the address said is gone with it
    document.getElementById("address-notes")?.remove();
    if (how === "push") window.history.pushState(null, "", next);
    else window.history.replaceState(null, "", next);
    for (const listener of listeners) listener();
  }, []);
  return [state, go];
}

/** Names the tab, in the language of the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${say(title)} – Levermap`;
  }, [title]);
}

/** Whether a media query holds, now and whenever it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

export const usePhone = (): boolean => useMedia("(max-width: 640px)");
export const useDark = (): boolean => useMedia("(prefers-color-scheme: dark)");
