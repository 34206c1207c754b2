import { findView } from "../../report/find/find.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** What bears a name or a number. */
export const searchPage: PageOf = {
  path: "/search",
  async page({ query }, ask) {
    const words = (query.q ?? "").trim();
    const form = { choices: [{ name: "q", label: "Name, number or id", value: words }] };
    if (words === "") return { title: "Search", finding: "Write a name in any script, a number or an id.", form, blocks: [] };
    const report = await ask("find", { query: words, top: 50 });
    const { finding, blocks } = findView(report);
    return {
      title: `What is ${words}?`,
      finding: leadOf(report.found.length === 0 ? [finding, ...report.notLoaded].join(" ") : finding, 60),
      form,
      blocks,
      steps: [
        { label: "Is it on a list?", path: `screen?name=${encodeURIComponent(words)}` },
        { label: "Patents with these words", path: `patents?q=${encodeURIComponent(words)}` },
      ],
    };
  },
};
