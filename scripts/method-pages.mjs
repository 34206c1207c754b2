import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync } from "node:zlib";
import markdownIt from "markdown-it";
import { root } from "./run.mjs";

/** Pages of the docs that the method leads to. */
const others = ["docs/glossary.md", "docs/data.md", "docs/errors.md"];

/** The id that a heading has where the docs are read on a forge, so that links to it hold here too. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

/** `course.md#stock` as `course#stock`; the first page has its folder's name alone. `null`: no page of the site. */
function siteAddress(href, ids) {
  if (/^(?:https?:|#)/.test(href)) return href;
  const [, path, name, anchor = ""] = /^((?:\.\.\/|method\/)?)([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  const id = path === "" || path === "method/" || path === "../" ? name?.toLowerCase() : undefined;
  return id !== undefined && ids.has(id) ? `method/${id}${anchor}` : null;
}

function renderer(ids) {
  // Markup in the text stays text
  const markdown = markdownIt({ html: false });
  const { rules } = markdown.renderer;
  rules.heading_open = (tokens, at, options, _, self) => {
    tokens[at].attrSet("id", slug(tokens[at + 1].children.map(({ content }) => content).join("")));
    return self.renderToken(tokens, at, options);
  };
  rules.table_open = () => '<div class="broad" tabindex="0" role="region" aria-label="Table"><table>';
  rules.table_close = () => "</table></div>";
  markdown.core.ruler.push("site-links", ({ tokens }) => {
    for (const { children } of tokens)
      for (const token of children ?? []) {
        if (token.type !== "link_open") continue;
        const address = siteAddress(token.attrGet("href"), ids);
        if (address === null) token.attrs = token.attrs.filter(([name]) => name !== "href");
        // The top of the site is only known where the page is drawn
        else token.attrSet("href", /^(?:https?:|#)/.test(address) ? address : `{root}${address}`);
      }
  });
  return markdown;
}

/** Reads a page: its title, the question that it answers or its first paragraph as plain text, and all else as HTML. */
function pageOf(path, markdown) {
  const env = {};
  const tokens = markdown.parse(readFileSync(root + path, "utf8"), env);
  const title = tokens[1].content;
  const words = ({ children }) => children.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
  const first = tokens.findIndex(({ type }) => type === "paragraph_open");
  const lead = words(tokens[first + 1]);
  const question = /^Question\. (.*?\?)/.exec(lead)?.[1];
  // One sentence stands whole under the title
  const isShown = question === undefined && first === 3 && !/[.!?] /.test(lead);
  const html = markdown.renderer.render(tokens.slice(isShown ? 6 : 3), markdown.options, env);
  return { id: basename(path, ".md").toLowerCase(), title, lead: question ?? lead, html };
}

/** Writes the pages of the method as one packed file of JSON. */
export function writeMethodPages(file) {
  const paths = [...readdirSync(`${root}docs/method`).map((name) => `docs/method/${name}`), ...others];
  const ids = new Set(paths.map((path) => basename(path, ".md").toLowerCase()));
  const markdown = renderer(ids);
  writeFileSync(file, brotliCompressSync(JSON.stringify(paths.map((path) => pageOf(path, markdown)))));
}
