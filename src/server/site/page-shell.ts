import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import { withoutMarks } from "../../base/message.ts";
import { postableSources } from "../../library/update/list-files.ts";
import { drawsCards } from "../../paper/card-png.ts";
import { knownWords, valueNotes, wordNotes } from "../../site/browser/address-notes.ts";
import { editionOf } from "../../site/edition.ts";
import type { SitePage, SiteShell } from "../../site/page.ts";
import { acceptedLanguage, askedLanguage, type Language, languages } from "../../words/language.ts";
import { hostName } from "../access.ts";
import { holds, type Role } from "../users.ts";
import type { Frozen } from "./no-answer-pages.ts";

/** The words of a query or a path, each once: the first, as a browser reads its address. Two days or editions are none that is served, and not the same as none. */
export const plainQuery = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(given as Readonly<Record<string, string | readonly string[]>>).map(([name, value]) => {
      const all = [value].flat();
      return [name, withoutMarks((name === "as-of" || name === "edition" ? all.join(" and ") : all[0]) ?? "")];
    }),
  );

export interface Form {
  readonly frozen: Frozen;
  /** The picture alone, as a file or for a frame of others. */
  readonly wanted: "svg" | "png" | "embed" | "unknown" | null;
  readonly isPresenter: boolean;
  /** `null`: none, or none that there is. */
  readonly asked: Language | null;
  /** Words that the page knows; all where it is not told which. */
  readonly query: Readonly<Record<string, string>>;
  /** What of the address was not understood, and left out. */
  readonly notes: readonly string[];
}

/** What an address that leads nowhere asks for. */
export const noForm: Form = { frozen: { asOf: null, edition: null }, wanted: null, isPresenter: false, asked: null, query: {}, notes: [] };

/** What a query says of the page itself, apart from what it shows: day and edition, size, language, and whether the picture alone is wanted. */
export function formOf(given: unknown, words: readonly string[] | null): Form {
  const { "as-of": asOf = null, edition = null, picture, embed, size, lang, ...query } = plainQuery(given);
  const isFile = picture === "svg" || picture === "png";
  const wanted = isFile ? picture : picture !== undefined ? "unknown" : embed === "1" ? "embed" : null;
  return {
    frozen: { asOf, edition },
    wanted,
    isPresenter: size === "presenter",
    asked: askedLanguage(lang),
    query: words === null ? query : knownWords(query, words),
    notes: [...valueNotes({ embed, size, lang }, valuesOfForm), ...(words === null ? [] : wordNotes(query, words))],
  };
}

const valuesOfForm = { embed: ["1"], size: ["presenter"], lang: Object.keys(languages) };

/** What stands around a page of this address. */
export function shellOf(
  request: FastifyRequest,
  { day, assets, keepsSearches, takesLists }: ShellOptions,
  { isPresenter, query, asked }: Form,
  isNowhere: boolean,
): SiteShell {
  const address = request.url.split("?", 1)[0]!.slice(1);
  const may = (role: Role): boolean => request.user !== null && holds(request.user.role, role);
  return {
    ...assets,
    language: asked ?? acceptedLanguage(request.headers["accept-language"]),
    ...(asked === null ? {} : { asked }),
    root: "../".repeat(address.split("/").length - 1),
    address: addressOf(request),
    isPresenter,
    path: isNowhere ? "search" : address,
    query,
    day: day(),
    // A request that is refused at once has been given none
    edition: editionOf(request.serving?.generation ?? null),
    drawsCards,
    mayKeep: keepsSearches && may("analyst"),
    ...(takesLists && may("officer") ? { mayLoad: postableSources } : {}),
  };
}

/** The same around a page of the day that its address asks for; one that is past is handed on by all its links. */
export const onDay = (shell: SiteShell, asOf: string | null): SiteShell =>
  asOf === null || asOf === shell.day
    ? shell
    : { ...shell, query: { ...shell.query, "as-of": asOf }, day: asOf, past: { day: asOf, today: shell.day } };

/** A page of a day that is past says so, and leads to the same of now. */
export function withDay(page: SitePage, { past, day, path, query }: SiteShell): SitePage {
  if (past === undefined) return page;
  const { "as-of": _, ...rest } = query;
  const ofNow = new URLSearchParams({ ...rest, "as-of": past.today });
  return {
    ...page,
    notes: [`This page is as of ${day}, as its address asks.`, ...(page.notes ?? [])],
    steps: [...(page.steps ?? []), { label: `The same as of ${past.today}`, path: `${path}?${ofNow}` }],
  };
}

interface ShellOptions {
  readonly day: () => string;
  readonly assets: SiteAssets;
  readonly keepsSearches: boolean;
  readonly takesLists: boolean;
}

/** The top of the site as who asks reaches it. Proxies hand on what a client says of its own name: one that is not known is none. */
function addressOf({ protocol, host, headers, originalUrl, url, server }: FastifyRequest): string {
  const base = originalUrl.endsWith(url) ? originalUrl.slice(0, originalUrl.length - url.length) : "";
  const isNamed = server.access.names.has(hostName(host) ?? "");
  return `${protocol === "https" ? "https" : "http"}://${isNamed ? host : headers.host}${base}/`;
}

/** Files that a page needs, from the top of the site. */
export interface SiteAssets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const entry = "src/site/site.ts";

/** What the build has made of the script and the styles of the pages; `null`: nothing is built. */
export function readSiteAssets(webDir: string): SiteAssets | null {
  const path = join(webDir, "manifest.json");
  if (!existsSync(path)) return null;
  const chunks = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, Chunk>>;
  const { [entry]: found } = chunks;
  if (found === undefined) return null;
  const parts = [...(found.imports ?? []).flatMap((name) => chunks[name] ?? []), found];
  return { styles: parts.flatMap(({ css = [] }) => css), scripts: [found.file] };
}
