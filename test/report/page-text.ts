import { createElement, type FunctionComponent, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Block, Link } from "../../src/report/view.ts";

interface Context {
  readonly dark: boolean | "either";
  readonly link: (text: string, link: Link) => ReactNode;
  readonly copy: (what: string, text: () => string) => ReactNode;
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly context: Context;
}

/** Named apart, since the components have settings of the compiler of their own. */
const components: string = "../../web/src/view/view-blocks.tsx";
const ofSite: string = "../../web/src/site/site-context.tsx";

/** Blocks as a page of the site shows them, as markup; without the data to be copied. */
export async function pageMarkup(blocks: readonly Block[]): Promise<string> {
  const { ViewBlocks } = (await import(components)) as { ViewBlocks: FunctionComponent<BlocksProps> };
  const { siteContext } = (await import(ofSite)) as { siteContext: (root: string) => Context };
  return renderToStaticMarkup(createElement(ViewBlocks, { blocks, context: { ...siteContext(""), copy: () => null } }));
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };

/** The text of blocks on the page, one line a tag. */
export const pageText = async (blocks: readonly Block[]): Promise<string> =>
  (await pageMarkup(blocks)).replaceAll(/<[^>]*>/g, "\n").replaceAll(/&[a-z#0-9]+;/g, (name) => entities[name] ?? name);
