import type { Answer } from "../../ask/ask.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { holderView } from "../../report/patents/holder.ts";
import { holderListView } from "../../report/patents/holders.ts";
import { patentView } from "../../report/patents/patent.ts";
import { patentSearchView, savedTable } from "../../report/patents/patent-search.ts";
import { portfolioView } from "../../report/patents/portfolio.ts";
import type { Block } from "../../report/view.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import { yearColumns } from "../pictures/year-columns.ts";
import { barPicture, countBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** Patents by words; without words, who holds most of what is loaded. */
export const patentsPage: PageOf = {
  path: "/patents",
  words: ["q"],
  async page({ query }, ask) {
    const words = (query.q ?? "").trim();
    const form = { choices: [{ name: "q", label: "Words, numbers, classes", value: words }] };
    if (words === "") {
      const [list, { searches }] = await Promise.all([ask("holders", {}), ask("savedSearches", {})]);
      const view = holderListView(list);
      const { blocks, ...rest } = ofView(view);
      return {
        title: "Who holds the patents on chipmaking?",
        finding: say("patents.loaded", { documents: list.documents, total: list.total }),
        picture: barPicture(
          "Who holds most of what is loaded",
          "documents",
          list.holders.map(({ holder: id, name, documents }) => countBar(name, documents, { to: "holder", id })),
        ),
        form,
        searches: { query: null, names: searches.map(({ name }) => name) },
        blocks: [...(searches.length === 0 ? [] : [savedTable(searches)]), ...blocks],
        ...rest,
      };
    }
    const found = await ask("searchPatents", { words, facets: true });
    const view = patentSearchView(found);
    return {
      title: say("patents.which-tell-of", { words: { given: words } }),
      finding: leadOf(view.finding),
      form,
      searches: { query: words, names: [] },
      ...ofView(view),
      steps: [{ label: "All patents, and the searches that are kept", path: "patents" }],
    };
  },
};

/** One document: its family, what became of it, what it cites and who cites it. */
export const patentPage: PageOf = {
  path: "/patent/:number",
  async page({ params: { number = "" } }, ask) {
    const card = await ask("patent", { number });
    const view = patentView(card);
    return {
      title: say("patents.what-is", { number }),
      finding: [titleWords(card), lifeSentence(card), leadOf(view.finding)].filter(Boolean).join(" "),
      picture: citations(card),
      ...ofView(view),
    };
  },
};

/** What a document tells of; "" where its title is unknown. */
const titleWords = ({ document, title, filed }: Answer<"patent">): string =>
  title === null ? "" : say("patents.title", { document, title, when: filed === null ? "" : say("patents.filed", { filed }) });

/** Who holds a document, and whether it is in force. */
function lifeSentence({ holders, owners, inForce }: Answer<"patent">): string {
  if (inForce === null) return "";
  const names = owners.length > 0 ? owners.map(({ name }) => name) : holders.map(({ name, printed }) => name ?? printed);
  const [first, ...more] = new Set(names);
  const told =
    more.length > 0 ? say("patents.holders", { holders: more.length + 1, first }) : say("patents.holder", { holder: first ?? "unknown" });
  return `${told} ${onDay(inForce)}`;
}

function onDay({ asOf, low, high, basis, termEnd }: NonNullable<Answer<"patent">["inForce"]>): string {
  if (low === null || high === null) return say("patents.force-unknown", { asOf });
  if (high === 0) return basis === "not-granted" ? say("patents.not-granted", { asOf }) : say("patents.not-in-force", { asOf });
  const term = termEnd === null ? "" : say("patents.term-ends", { termEnd });
  return low === 1
    ? say("patents.in-force", { asOf, term })
    : say("patents.perhaps-in-force", { asOf, chance: percentRange(low, high), term });
}

/** What the patents of a holder cover, and what they could be used for. */
export const holderPage: PageOf = {
  path: "/holder/:name",
  async page({ params: { name = "" } }, ask) {
    const card = await ask("holder", { name });
    const [view, portfolio] = [holderView(card), await ask("portfolio", { holder: name })];
    const used = portfolioView(portfolio);
    return {
      title: say("patents.what-they-hold", { holder: portfolio.holder.name }),
      finding: leadOf(portfolio.finding),
      picture: expiry(portfolio) ?? technologies(card),
      pictures: [technologies(card), published(card)].flatMap((each) => each ?? []),
      blocks: [
        ...view.blocks,
        { kind: "section", title: "What might be done with them", body: used.blocks.map(withoutFacts(view.blocks)) },
      ],
      details: [...view.details, ...used.details],
      evidence: used.evidence ?? view.evidence,
    };
  },
};

/** Leaves out what some blocks before have told. */
const withoutFacts = (before: readonly Block[]): ((block: Block) => Block) => {
  const told = new Set(before.flatMap((block) => (block.kind === "facts" ? block.facts.map(({ label }) => label) : [])));
  return (block) => (block.kind === "facts" ? { ...block, facts: block.facts.filter(({ label }) => !told.has(label)) } : block);
};

const technologies = (card: Answer<"holder">) =>
  barPicture(
    "Loaded documents by technology",
    "documents",
    card.technologies.map(({ technology: id, name, documents }) => countBar(name ?? id, documents, { to: "technology", id })),
  );

/** When the documents of a holder lapse. */
const expiry = ({ expiry: { years }, holder, asOf }: Answer<"portfolio">) =>
  yearColumns(
    say("patents.when-rights-end", { holder: holder.name }),
    ["application", "applications"],
    years.map(({ year, byEvent, byTerm }) => ({ year, value: byEvent + byTerm })),
    asOf,
  );

const published = ({ name, years, asOf }: Answer<"holder">) =>
  yearColumns(
    say("patents.documents-by-year", { name }),
    ["document", "documents"],
    years.map(({ year, documents }) => ({ year, value: documents })),
    asOf,
  );

/** Who cites a document, by year. */
const citations = ({ document, citations: cited, inForce }: Answer<"patent">) =>
  cited === null || inForce === null
    ? undefined
    : yearColumns(
        say("patents.citations-by-year", { document }),
        ["citing document", "citing documents"],
        cited.citingByYear.map(({ year, documents }) => ({ year, value: documents })),
        inForce.asOf,
      );
