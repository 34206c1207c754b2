import type { Link } from "../../../src/report/view.ts";
import { type HandedOn, onward } from "../../../src/site/onward.ts";
import type { SiteShell } from "../../../src/site/page.ts";
import { pathOf } from "../../../src/site/paths.ts";
import type { ViewContext } from "../view/view-context.ts";
import { WebLink } from "../view/web-link.tsx";

/** What is told by a recorded title, which stays as it was given. */
const isTitled: { readonly [to in Link["to"]]?: true } = { control: true, scenario: true };

type Where = HandedOn & Pick<SiteShell, "root">;

/** Addresses on a page that is drawn by the server, in its language and of its day. */
export const addressFrom =
  ({ root, ...handedOn }: Where) =>
  (link: Link): string =>
    root + onward(pathOf(link), handedOn);

/** Views on pages that are drawn by the server: plain links from page to page, and data that a script of the site copies. */
export const siteContext = (where: Where): ViewContext => ({
  dark: "either",
  link: (text: string, link: Link) =>
    link.to === "url" ? (
      <WebLink text={text} address={link.address} />
    ) : (
      <a href={addressFrom(where)(link)} translate={isTitled[link.to] ? "no" : undefined}>
        {text}
      </a>
    ),
  copy: (what, text) => (
    <span className="copy" hidden>
      <button type="button">
        Copy data<span className="unseen"> of {what}</span>
      </button>
      <span role="status" />
      <template>{text()}</template>
    </span>
  ),
});
