import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { letterSize } from "./layout.ts";
import type { Measure } from "./wrap.ts";

const narrowest = 900;

/** Width the map may take, and height left under it in the window. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export const unmeasured: Room = { width: 0, height: 0 };

/** Room for the map; follows the window, not what is drawn. */
export function useRoom(): { readonly ref: RefObject<HTMLDivElement | null>; readonly room: Room } {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(unmeasured);
  // Before the first paint: what stands below the map would move otherwise
  useLayoutEffect(() => {
    const look = (): void => {
      const page = document.documentElement;
      const styles = getComputedStyle(page);
      // On a wide screen, as that of a projector, all is enlarged
      const zoom = Number.parseFloat(styles.getPropertyValue("--zoom")) || 1;
      const top = ((ref.current?.getBoundingClientRect().top ?? 0) + window.scrollY) / zoom;
      const margin = ref.current ? Number.parseFloat(styles.getPropertyValue("--page-margin")) : 0;
      const width = Math.max(narrowest, page.clientWidth / zoom - 2 * margin);
      setRoom((last) =>
        last.width === width && last.height > 0
          ? last
          : { width, height: Math.max(360, window.innerHeight / zoom - Math.min(top, 300) - 8) },
      );
    };
    look();
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  return { ref, room };
}

/** Measures text as the labels are set. */
export function useMeasure(): Measure {
  return useMemo(() => {
    const pen = document.createElement("canvas").getContext("2d");
    if (!pen) return (text) => text.length * 7;
    pen.font = `${letterSize}px ${getComputedStyle(document.body).fontFamily}`;
    const known = new Map<string, number>();
    return (text) => {
      const width = known.get(text) ?? pen.measureText(text).width;
      known.set(text, width);
      return width;
    };
  }, []);
}
