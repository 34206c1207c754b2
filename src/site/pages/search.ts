import type { Cell } from "../../report/view.ts";
import type { PageOf } from "../page.ts";
import { leadOf } from "../shorten.ts";

/** What bears a name or a number. */
export const searchPage: PageOf = {
  path: "/search",
  async page({ query }, ask) {
    const words = (query.q ?? "").trim();
    const choices = [{ name: "q", label: "Name, number or id", value: words }];
    if (words === "") return { title: "Search", finding: "Write a name in any script, a number or an id.", choices, blocks: [] };
    const { found, total, notLoaded } = await ask("find", { query: words, top: 50 });
    const rows = found.map(({ kind, id, name, as, about }): readonly Cell[] => [
      { text: name, link: { to: kind, id } },
      kind,
      as ?? "",
      about ?? "",
    ]);
    const near = found[0]?.isNear ? ", spelt alike" : "";
    return {
      title: `What is ${words}?`,
      finding: found.length === 0 ? leadOf(`Nothing is called so here. ${notLoaded.join(" ")}`, 60) : `${total} found${near}.`,
      choices,
      blocks: [
        {
          kind: "table",
          title: "Found",
          columns: [{ title: "name", flexible: true }, { title: "what" }, { title: "also called" }, { title: "of", wide: true }],
          rows,
          none: "nothing",
        },
        ...notLoaded.map((text) => ({ kind: "note", text }) as const),
      ],
      steps: [
        { label: "Is it on a list?", path: `screen?name=${encodeURIComponent(words)}` },
        { label: "Patents with these words", path: `patents?q=${encodeURIComponent(words)}` },
      ],
    };
  },
};
