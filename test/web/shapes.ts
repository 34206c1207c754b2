import type { BrowserContextOptions, Page } from "playwright-core";
import { some } from "../tiers.ts";

interface Shape {
  readonly colorScheme: "light" | "dark";
  readonly viewport: { readonly width: number; readonly height: number };
}

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
const byDay: Shape = { colorScheme: "light", viewport: wide };
const byNight: Shape = { colorScheme: "dark", viewport: narrow };

/** How a page is looked at: light and dark, wide and narrow. */
export const shapes = some<Shape>(
  [byDay, byNight, { colorScheme: "light", viewport: narrow }, { colorScheme: "dark", viewport: wide }],
  [byDay, byNight],
);

/** How a page that is looked at in each shape is opened. */
export const firstShape: BrowserContextOptions = { ...byDay, reducedMotion: "reduce" };

/** Looks at a page that is open in each shape in turn. @param look is told the shape, for its messages */
export async function inEachShape(page: Page, look: (shape: string) => Promise<void>): Promise<void> {
  for (const { colorScheme, viewport } of shapes) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await look(`${colorScheme}, ${viewport.width} wide`);
  }
}
