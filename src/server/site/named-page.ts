import { LevermapError } from "../../base/errors.ts";
import { type Names, named, namesOn, tellsIds } from "../../site/named.ts";
import type { SiteAsk, SitePage } from "../../site/page.ts";
import type { Serving } from "../live.ts";
import { NotYet } from "./site-ask.ts";

const known = new WeakMap<Serving, Names>();

/** A page with names in place of ids. Where the map, which has them, is longer in coming than a page waits, or cannot come, ids stay. */
export async function namedPage(page: SitePage, serving: Serving, ask: SiteAsk): Promise<SitePage> {
  if (!tellsIds(page)) return page;
  const names = known.get(serving) ?? (await readNames(ask));
  if (names === null) return page;
  known.set(serving, names);
  return named(page, names);
}

async function readNames(ask: SiteAsk): Promise<Names | null> {
  try {
    return namesOn(await ask("map", {}));
  } catch (thrown) {
    if (thrown instanceof NotYet || thrown instanceof LevermapError) return null;
    throw thrown;
  }
}
