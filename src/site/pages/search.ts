import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { section } from "../../report/blocks.ts";
import { findView } from "../../report/find/find.ts";
import { screenView } from "../../report/screen/screen.ts";
import type { Block } from "../../report/view.ts";
import { attempt } from "../attempt.ts";
import type { PageOf, SiteAsk } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** What bears a name or a number. */
export const searchPage: PageOf = {
  path: "/search",
  words: ["q"],
  async page({ query }, ask) {
    const words = (query.q ?? "").replace(/\p{Cc}+/gu, " ").trim();
    const form = { choices: [{ name: "q", label: "Name, number or id", value: words }] };
    if (words === "") return { title: "Search", finding: "Write a name in any script, a number or an id.", form, blocks: [] };
    const [report, onLists] = await Promise.all([ask("find", { query: words, top: 50 }), listed(words, ask)]);
    const { finding, blocks } = findView(report);
    const told = report.found.length > 0 ? finding : [finding, onLists?.finding ?? report.notLoaded.join(" ")].join(" ");
    return {
      title: isQuestion(words) ? words : say("search.what-is", { words: { given: words } }),
      finding: leadOf(told, 60),
      form,
      blocks: [...blocks, ...(onLists === null ? [] : [section("On lists of parties", onLists.blocks)])],
      steps: [
        { label: "Is it on a list?", path: `screen?name=${encodeURIComponent(words)}` },
        { label: "Patents with these words", path: `patents?q=${encodeURIComponent(words)}` },
      ],
    };
  },
};

/** A question is told as it is, and not asked what it is. */
const isQuestion = (words: string): boolean =>
  /[?？]$|^(?:who|whom|whose|what|which|how|why|where|when|is|are|does|do|can|could|would)\s/i.test(words);

/** Whom on the loaded lists the words may be; `null`: nobody, or names are not for who asks, or no list is loaded. */
async function listed(name: string, ask: SiteAsk): Promise<{ readonly finding: string; readonly blocks: readonly Block[] } | null> {
  const report = await attempt(ask("screen", { queries: [{ name }] }), "LM_NO_LISTS", "LM_SERVER_ROLE", "LM_SERVER_TOKEN_WRONG");
  if (report instanceof LevermapError) return null;
  return report.results.some(({ matched }) => matched) ? screenView(report) : null;
}
