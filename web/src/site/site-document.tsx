import type { SitePage, SiteShell } from "../../../src/site/page.ts";
import { EvidenceSection } from "../evidence-section.tsx";
import { HatchPatterns } from "../map/legend.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { ViewFigure } from "../view/view-figure.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { CiteSection } from "./cite-section.tsx";
import { siteContext } from "./site-context.tsx";
import { SiteHead } from "./site-head.tsx";

interface SiteProps {
  readonly page: SitePage;
  readonly shell: SiteShell;
}

/** A page of the site: its first screen is title, finding and picture; what stands behind them follows. */
export function SiteDocument({ page, shell }: SiteProps) {
  const { title, finding, picture, form, blocks, details = [], evidence, steps = [], asksToken = false } = page;
  const context = siteContext(shell.root);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – Levermap`}</title>
        <meta name="description" content={finding} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={finding} />
        <meta property="og:type" content="article" />
        <meta name="twitter:card" content="summary" />
        <link rel="icon" href={`${shell.root}mark.svg`} type="image/svg+xml" />
        {shell.styles.map((file) => (
          <link key={file} rel="stylesheet" href={shell.root + file} />
        ))}
        {shell.scripts.map((file) => (
          <script key={file} type="module" src={shell.root + file} />
        ))}
      </head>
      <body>
        <a className="skip" href="#content">
          To the content
        </a>
        <HatchPatterns />
        <SiteHead root={shell.root} />
        <main id="content" className="site">
          <section className="first">
            <h1>{title}</h1>
            <p className="finding">{finding}</p>
            {form && <ChoiceForm form={form} shell={shell} />}
            {asksToken && <TokenForm root={shell.root} />}
            {picture && <ViewFigure block={picture} context={context} />}
            {picture && (
              <p className="picture-files">
                <a href={pictureAddress(shell)}>Picture as SVG</a>
                <button type="button" data-png={pictureAddress(shell)} hidden>
                  as PNG
                </button>
              </p>
            )}
            {steps.length > 0 && (
              <nav className="steps" aria-label="From here">
                {steps.map(({ label, path }) => (
                  <a key={path} href={shell.root + path}>
                    {label}
                  </a>
                ))}
              </nav>
            )}
            <p className="further">
              <a href="#rest">Tables, details and sources</a>
            </p>
          </section>
          <div className="rest" id="rest">
            <ViewBlocks blocks={blocks} details={details} context={context} level={2} />
            <CiteSection title={title} shell={shell} />
            {evidence && <EvidenceSection evidence={evidence} />}
          </div>
        </main>
      </body>
    </html>
  );
}

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

const pictureAddress = ({ root, path, query }: SiteShell): string => `${root}${path}?${new URLSearchParams({ ...query, picture: "svg" })}`;
