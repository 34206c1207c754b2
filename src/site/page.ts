import type { z } from "zod";
import type { Evidence } from "../answers/shared/evidence.ts";
import type { Answer } from "../ask/ask.ts";
import type { QuestionName, questions } from "../ask/questions.ts";
import type { Block } from "../report/view.ts";
import type { Language } from "../words/language.ts";
import type { MapFigure, Picture } from "./picture.ts";

/** Puts a question to what is served; the answer is the one that the API gives. */
export type SiteAsk = <N extends QuestionName>(name: N, input?: z.input<(typeof questions)[N]["input"]>) => Promise<Answer<N>>;

/** The answer to a question where it is kept; `null` where it would have to be worked out, which is not begun. */
export type SiteKept = <N extends QuestionName>(name: N, input?: z.input<(typeof questions)[N]["input"]>) => Promise<Answer<N> | null>;

/** What the address of a page says: the words of its path and of its query. */
export interface Address {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** One step from a page to another, or to itself with another choice; `path` is from the top of the site, `economy/DE`. */
export interface Step {
  readonly label: string;
  readonly path: string;
}

/** A choice that decides what a page shows: a field of its query. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Value and word; without them a field to write in. */
  readonly options?: readonly (readonly [value: string, word: string])[];
  /** A day is to be chosen, `YYYY-MM-DD`. */
  readonly isDay?: boolean;
}

/** What can be chosen on a page; `path` is where it leads, from the top of the site, or the page itself. */
export interface ChoiceForm {
  readonly path?: string;
  readonly choices: readonly Choice[];
  /** What the button says; `Show` if absent. */
  readonly button?: string;
}

/** Answers for other choices that were worked out before, one of which is shown: sliders choose it at once, a button where no script runs. */
export interface StoredAnswers {
  /** The name of its part of the page in the address. */
  readonly id: string;
  readonly title: string;
  /** Each with options, in their order on its slider. */
  readonly choices: readonly Choice[];
  /** The place of an answer for values of all choices, joined by a blank. */
  readonly answerOf: Readonly<Record<string, number>>;
  /** `blocks`: what each tells. */
  readonly answers: readonly (readonly Block[])[];
  /** What holds of all. */
  readonly about: string;
}

/** Searches that can be kept and ended. */
export interface KeptSearches {
  /** What is asked now; `null`: nothing. */
  readonly query: string | null;
  /** Names of those that are kept. */
  readonly names: readonly string[];
}

/** A page as it is shown: plain data. The first screen is title, finding and picture; all else stands below it. */
export interface SitePage {
  /** The question that the page answers, or what it is about. */
  readonly title: string;
  /** The finding in one sentence or two, with its number. */
  readonly finding: string;
  /** What of the address was not understood and left out, in a sentence each: it stands above all else. */
  readonly notes?: readonly string[];
  /** Pages that the finding names by these words, as what was perhaps meant. */
  readonly meant?: readonly Step[] | undefined;
  readonly picture?: Picture | MapFigure | undefined;
  readonly form?: ChoiceForm;
  /** Further pictures, below the first screen. */
  readonly pictures?: readonly Picture[];
  /** A text below the first screen as HTML that the build has made of our own docs, all text in it escaped; `{root}` is the way to the top of the site. */
  readonly article?: string;
  /** Below the first screen. */
  readonly blocks: readonly Block[];
  /** One click away. */
  readonly details?: readonly Block[];
  readonly evidence?: Evidence | undefined;
  readonly steps?: readonly Step[];
  /** Whether the steps are what the page is for: they stand before its picture. */
  readonly leads?: boolean;
  /** Answers for other choices, right below the first screen. */
  readonly stored?: StoredAnswers | undefined;
  /** Searches on patents, of which the reader may keep what is asked and end what is kept, where their role allows. */
  readonly searches?: KeptSearches;
  /** Whether a table of names can be handed in. */
  readonly takesTable?: boolean;
  /** Whether lists can be loaded, where the role of the reader allows. */
  readonly takesLists?: boolean;
  /** Whether it only tells why there is no answer: such a page has no numbers to cite. */
  readonly isNoAnswer?: boolean;
  /** Whether it is asked for again in a while, as its answer is not there yet. */
  readonly isUnfinished?: boolean;
  /** Whether the reader is to hand in a token. */
  readonly asksToken?: boolean;
}

/** A path of the site and the page behind it. */
export interface PageOf {
  /** `/economy/:economy`. */
  readonly path: string;
  /** Words of its query; absent: it takes none. */
  readonly words?: readonly string[];
  /** Throws the errors of the questions that it asks. `kept`: for what a page shows only where it is there; absent: nothing is. */
  readonly page: (address: Address, ask: SiteAsk, kept?: SiteKept) => Promise<SitePage>;
}

/** What stands around a page. */
export interface SiteShell {
  /** From the page to the top of the site: `../../`, or nothing. */
  readonly root: string;
  /** Files of styles and scripts, from the top of the site. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** The top of the site as others reach it, `https://host/base/`; absent: not known. */
  readonly address?: string;
  /** Whether a picture is drawn as a card for who shows a link, as PNG; absent: not. */
  readonly drawsCards?: boolean;
  /** Whether the reader may keep searches; absent: not. */
  readonly mayKeep?: boolean;
  /** Sources whose files the reader may load; absent: none. */
  readonly mayLoad?: readonly string[];
  /** Of what the interface says; English if absent. */
  readonly language?: Language;
  /** The language that the address asks for, which all links hand on; absent: it asks for none. */
  readonly asked?: Language | undefined;
  /** For the back of a room. */
  readonly isPresenter?: boolean;
  /** Path of the page, from the top of the site. */
  readonly path: string;
  /** Its query without what freezes it, as name and value. */
  readonly query: Readonly<Record<string, string>>;
  /** Where it is as of a day that is past: the day of now. Its query holds the day, which all links hand on. */
  readonly past?: { readonly day: string; readonly today: string };
  /** The day that it is as of, and the generation and build that its numbers are of. */
  readonly day: string;
  readonly edition: string | null;
}

/** Draws a page as a document of HTML, and its picture by itself as SVG. */
export interface SiteRenderer {
  readonly renderPage: (page: SitePage, shell: SiteShell) => string;
  /** The picture of a page alone, as a document that other sites may show in theirs: without a script, a form or a link but to the page. */
  readonly renderEmbed: (page: SitePage, shell: SiteShell) => string;
  /** `page`: that it is of. `part`: of a card, its height by its width; without it the picture as a whole. */
  readonly renderPicture: (
    picture: Picture | MapFigure,
    page: Pick<SitePage, "title" | "evidence">,
    shell: SiteShell,
    part?: number,
  ) => string;
}
