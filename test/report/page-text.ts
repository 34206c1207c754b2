import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Block } from "../../src/report/view.ts";

interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly context: { readonly go: () => void; readonly dark: boolean; readonly palette: ReadonlyMap<string, string> };
}

/** Named apart, since the components have settings of the compiler of their own. */
const components: string = "../../web/src/view/view-blocks.tsx";

/** Blocks as the page shows them, as markup. */
export async function pageMarkup(blocks: readonly Block[]): Promise<string> {
  Object.assign(globalThis, { window: { location: { search: "" } } });
  const { ViewBlocks } = (await import(components)) as { ViewBlocks: FunctionComponent<BlocksProps> };
  return renderToStaticMarkup(createElement(ViewBlocks, { blocks, context: { go: () => undefined, dark: false, palette: new Map() } }));
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };

/** The text of blocks on the page, one line a tag. */
export const pageText = async (blocks: readonly Block[]): Promise<string> =>
  (await pageMarkup(blocks)).replaceAll(/<[^>]*>/g, "\n").replaceAll(/&[a-z#0-9]+;/g, (name) => entities[name] ?? name);
