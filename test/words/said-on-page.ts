/** A text of a page: what says it, whether it is marked as English, and whether it is of the interface. */
export interface SaidText {
  readonly text: string;
  readonly isEnglish: boolean;
  /** What it stands in: `h2`, `th`, `nav`; `null`: in none of what the interface itself says. */
  readonly slot: string | null;
  /** Whether it is a cell, a fact, a choice or a point of a list, whose words are of the interface beside names and texts of data. */
  readonly isCell: boolean;
}

const empty = new Set(["meta", "link", "input", "br", "img"]);
const untold = new Set(["script", "style", "template", "code", "kbd"]);
const slots = new Set([
  "title",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "caption",
  "dt",
  "button",
  "label",
  "legend",
  "summary",
  "figcaption",
  "nav",
]);

interface Open {
  readonly tag: string;
  readonly attributes: string;
}

/** All texts of a page as React writes it, in order. */
export function saidOnPage(html: string): readonly SaidText[] {
  const open: Open[] = [];
  const said: SaidText[] = [];
  for (const [, closing, tag = "", attributes = "", text = ""] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>([^<]*)/g)) {
    if (closing === "/") {
      while (open.length > 0 && open.pop()?.tag !== tag);
    } else if (!empty.has(tag) && !attributes.endsWith("/")) open.push({ tag, attributes });
    if (text.trim() === "" || open.some((each) => untold.has(each.tag))) continue;
    const marked = open.map(({ attributes: own }) => /\blang="([^"]+)"/.exec(own)?.[1]).findLast((lang) => lang !== undefined);
    said.push({ text: unescaped(text.trim()), isEnglish: marked === "en", slot: slotOf(open), isCell: isCell(open) });
  }
  return said;
}

function slotOf(open: readonly Open[]): string | null {
  if (open.some(({ tag }) => tag === "svg" || tag === "option" || tag === "article")) return null;
  const found = open.findLast(({ tag, attributes }) => slots.has(tag) || (tag === "th" && attributes.includes('scope="col"')));
  return found?.tag ?? null;
}

const cells = new Set(["td", "th", "dd", "li", "option"]);

/** What a source is called stands in links, what an answer rests on and its documents in parts of their own. */
const isCell = (open: readonly Open[]): boolean =>
  open.some(({ tag }) => cells.has(tag)) &&
  !open.some(({ tag, attributes }) => tag === "a" || tag === "article" || tag === "cite" || /class="(?:evidence|sources)/.test(attributes));

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
