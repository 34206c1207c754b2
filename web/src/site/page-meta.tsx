import type { SiteShell } from "../../../src/site/page.ts";

/** What every document of the site has in its head. */
export const PageMeta = ({ title, shell: { root, styles } }: { readonly title: string; readonly shell: SiteShell }) => (
  <>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${title} – Levermap`}</title>
    {styles.map((file) => (
      <link key={file} rel="stylesheet" href={root + file} />
    ))}
  </>
);
