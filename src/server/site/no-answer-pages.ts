import { dayOf } from "../../base/days.ts";
import type { LevermapError } from "../../base/errors.ts";
import { faultAdvice } from "../../site/browser/fault-advice.ts";
import { meantPages } from "../../site/browser/meant.ts";
import type { SitePage, SiteShell, Step } from "../../site/page.ts";

/** The day and the edition that an address was cited with. */
export interface Frozen {
  readonly asOf: string | null;
  readonly edition: string | null;
}

/**
 * Says that the numbers an address was cited with are not served, any more or yet; `null`: they are.
 * @param isFixed whether the day of now is the only one that is served
 */
export function goneFrozen(
  { asOf, edition }: Frozen,
  { day, edition: now, path, query }: SiteShell,
  isFixed: boolean,
): { readonly status: number; readonly page: SitePage } | null {
  const isServed = asOf === null || asOf === day || (!isFixed && dayOf(asOf) !== null && asOf < day);
  if (isServed && (edition === null || edition === now)) return null;
  const steps = [
    {
      label: `The same page with the numbers of ${day}`,
      path: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`,
    },
  ];
  const served = `this service answers as of ${day}${now === null ? "" : `, edition ${now}`}`;
  if (asOf !== null && dayOf(asOf) === null)
    return {
      status: 400,
      page: { title: "This is not a day", isNoAnswer: true, finding: `A day is written as ${day}; ${served}.`, blocks: [], steps },
    };
  if (asOf !== null && asOf > day)
    return {
      status: 404,
      page: { title: "This day is yet to come", isNoAnswer: true, finding: `The address is of ${asOf}; ${served}.`, blocks: [], steps },
    };
  return {
    status: 410,
    page: {
      title: "These numbers are no longer served",
      isNoAnswer: true,
      finding: `The address is of ${asOf ?? day}${edition === null ? "" : `, edition ${edition}`}; ${served}. It never shows other numbers under a cited address.`,
      blocks: [
        {
          kind: "note",
          text: "The same page tells the numbers of now. The operator of this service can serve a backup of that edition, as of that day.",
        },
      ],
      steps,
    },
  };
}

const elsewhere: readonly Step[] = [
  { label: "Search", path: "search" },
  { label: "The start", path: "." },
];

/** No page has this address. */
export const nowherePage: SitePage = {
  title: "There is no page at this address",
  isNoAnswer: true,
  finding: "It may be mistyped, or of another version.",
  blocks: [],
  steps: elsewhere,
};

/** The page has none. */
export const noPicture: SitePage = {
  title: "This page has no picture",
  isNoAnswer: true,
  finding: "Leave out `picture` for the page itself.",
  blocks: [],
};

/** It is asked for in a form that none is drawn in. */
export const noSuchPicture: SitePage = {
  title: "Pictures are not drawn so",
  isNoAnswer: true,
  finding: "Ask for `picture=svg` or `picture=png`.",
  blocks: [],
};

/** There is no font to draw with. */
export const noCards: SitePage = {
  title: "Pictures are not drawn as PNG here",
  isNoAnswer: true,
  finding: "The machine of this service has no font to draw with: take `picture=svg`.",
  blocks: [],
};

/** Its answer is not there yet. */
export const workingPage: SitePage = {
  title: "This is being worked out",
  isNoAnswer: true,
  isUnfinished: true,
  finding: "The page asks again by itself, and shows the answer as soon as it is there.",
  blocks: [],
};

/** Its question cannot be answered. */
export function faultPage(error: LevermapError): SitePage {
  const { code, message } = error;
  const { next, at } = faultAdvice(code);
  return {
    title: code === "LM_SERVER_TOKEN_WRONG" ? "This server asks for a token" : "This cannot be answered",
    isNoAnswer: true,
    finding: message,
    meant: meantPages(error),
    asksToken: code === "LM_SERVER_TOKEN_WRONG",
    blocks: [
      { kind: "note", text: next },
      { kind: "note", text: `Code: ${code}` },
    ],
    steps: [...(at === undefined ? [] : [at]), ...elsewhere],
  };
}
