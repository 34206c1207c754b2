import { onward } from "../../../src/site/onward.ts";
import type { SitePage, SiteShell, Step } from "../../../src/site/page.ts";
import { languages } from "../../../src/words/language.ts";
import { HatchPatterns } from "../view/hatch-patterns.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { isToldWhole, partlyEnglish } from "../words/words.ts";
import { AddressNotes } from "./address-notes.tsx";
import { articleInWords } from "./article-words.ts";
import { ChoiceForm } from "./choice-form.tsx";
import { CiteSection } from "./cite-section.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { FindingText } from "./finding-text.tsx";
import { KeptSearches } from "./kept-searches.tsx";
import { LoadList } from "./load-list.tsx";
import { ownLanguage } from "./own-language.ts";
import { PageBasis } from "./page-basis.tsx";
import { PageMeta } from "./page-meta.tsx";
import { PagePicture } from "./page-picture.tsx";
import { PageSummary } from "./page-summary.tsx";
import { ScreenTable } from "./screen-table.tsx";
import { addressFrom, siteContext } from "./site-context.tsx";
import { SiteHead } from "./site-head.tsx";
import { StoredAnswers } from "./stored-answers.tsx";

interface SiteProps {
  readonly page: SitePage;
  readonly shell: SiteShell;
}

/** A page of the site: its first screen is title, finding and picture; what stands behind them follows. */
export function SiteDocument({ page, shell }: SiteProps) {
  const {
    title,
    finding,
    meant,
    notes,
    picture,
    pictures = [],
    form,
    article,
    blocks,
    details = [],
    evidence,
    searches,
    stored,
    steps = [],
    leads = false,
    asksToken = false,
    isNoAnswer = false,
    takesTable = false,
    takesLists = false,
  } = page;
  const [context, linkTo] = [siteContext(shell), addressFrom(shell)];
  const { language = "en" } = shell;
  return (
    <html lang={languages[language].tag}>
      <head>
        <PageMeta title={title} shell={shell} />
        <PageSummary page={page} shell={shell} />
        <link rel="icon" href={`${shell.root}mark.svg`} type="image/svg+xml" />
        {shell.scripts.map((file) => (
          <script key={file} type="module" src={shell.root + file} />
        ))}
      </head>
      <body className={shell.isPresenter ? "presenter" : undefined}>
        <a className="skip" href="#content">
          To the content
        </a>
        <HatchPatterns />
        <SiteHead shell={shell} />
        <main id="content" className="site">
          <AddressNotes notes={notes} />
          <section className="first">
            <h1>{title}</h1>
            <p className="finding">
              <FindingText finding={finding} meant={meant} shell={shell} />
            </p>
            {language !== "en" && saysEnglish(page) && <p className="note">{partlyEnglish(finding)}</p>}
            {form && <ChoiceForm form={form} shell={shell} />}
            {searches && shell.mayKeep && <KeptSearches searches={searches} shell={shell} />}
            {takesTable && <ScreenTable root={shell.root} asked={shell.asked} />}
            {takesLists && shell.mayLoad && <LoadList sources={shell.mayLoad} root={shell.root} />}
            {asksToken && <TokenForm root={shell.root} />}
            {leads && <Steps steps={steps} shell={shell} />}
            {picture && <PagePicture picture={picture} context={context} shell={shell} linkTo={linkTo} />}
            {evidence && <PageBasis evidence={evidence} day={shell.day} />}
            {picture && (
              <p className="picture-files">
                <a href={alsoAs(shell, { picture: "svg" })}>Picture as SVG</a>
                <button type="button" data-png={alsoAs(shell, { picture: "svg" })} hidden>
                  as PNG
                </button>
                <a href={alsoAs(shell, { embed: "1" })}>to embed</a>
                <a href={alsoAs(shell, { size: "presenter" })}>for a wall</a>
              </p>
            )}
            {!leads && steps.length > 0 && <Steps steps={steps} shell={shell} />}
            {hasFurther(page) && (
              <p className="further">
                <a href="#rest">Tables, details and sources</a>
              </p>
            )}
          </section>
          <div className="rest" id="rest">
            {stored && <StoredAnswers stored={stored} context={context} shell={shell} />}
            {article !== undefined && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the build of our own docs, with all text escaped
              <article className="article" lang="en" dangerouslySetInnerHTML={{ __html: articleIn(article, shell) }} />
            )}
            {pictures.map((each) => (
              <PagePicture key={each.title} picture={each} context={context} shell={shell} linkTo={linkTo} />
            ))}
            <ViewBlocks blocks={blocks} details={details} context={context} level={2} />
            {!isNoAnswer && <CiteSection title={title} shell={shell} />}
            {evidence && <EvidenceSection evidence={evidence} />}
          </div>
        </main>
      </body>
    </html>
  );
}

/** Whether anything of it may be English where the interface is in another language. */
const saysEnglish = ({ finding, isNoAnswer = false }: SitePage): boolean => !isNoAnswer || !isToldWhole(finding);

/** Whether tables, details or sources stand below the first screen, and not only a note. */
const hasFurther = ({ article, pictures = [], blocks, details = [], evidence, isNoAnswer = false }: SitePage): boolean =>
  !isNoAnswer &&
  (article !== undefined || pictures.length + details.length > 0 || evidence !== undefined || blocks.some(({ kind }) => kind !== "note"));

const Steps = ({ steps, shell }: { readonly steps: readonly Step[]; readonly shell: SiteShell }) => (
  <nav className="steps" aria-label="From here">
    {steps.map(({ label, path }) => (
      <a key={path} href={shell.root + onward(path, shell)}>
        {label}
      </a>
    ))}
  </nav>
);

/** A script of the site hands the token in. */
const TokenForm = ({ root }: { readonly root: string }) => (
  <form className="choices" data-session={`${root}session`}>
    <label className="choice" htmlFor="token">
      <span>Token</span>
      <input id="token" type="password" autoComplete="current-password" required />
    </label>
    <button type="submit">Go on</button>
    <span role="alert" />
  </form>
);

/** The same page in another form. */
const alsoAs = (shell: SiteShell, form: Readonly<Record<string, string>>): string =>
  `${shell.root}${shell.path}?${new URLSearchParams({ ...shell.query, ...form, ...ownLanguage(shell) })}`;

/** Our own docs with their links leading from this page, in its language. */
const articleIn = (article: string, { root, language = "en", ...handedOn }: SiteShell): string =>
  articleInWords(article, languages[language].tag)
    .replace(/href="\{root\}([^"]*)"/g, (_, path: string) => `href="{root}${onward(path, handedOn)}"`)
    .replaceAll("{root}", root);
