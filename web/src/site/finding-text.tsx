import { Fragment } from "react";
import type { SitePage, SiteShell } from "../../../src/site/page.ts";
import { inLanguage } from "../../../src/words/in-language.ts";
import { WithCode } from "../view/with-code.tsx";

interface FindingProps extends Pick<SitePage, "finding" | "meant"> {
  readonly shell: Pick<SiteShell, "root" | "asked" | "language">;
}

/** A finding as the page's language tells it, and what was perhaps meant: within it where it is told as it was written, else behind it. */
export function FindingText({ finding, meant = [], shell }: FindingProps) {
  const { language = "en", root, asked } = shell;
  if (language === "en" || meant.length === 0) return <LinkedFinding finding={finding} meant={meant} shell={shell} />;
  return (
    <>
      <WithCode text={finding} />
      {meant.map(({ label, path }) => (
        <Fragment key={path}>
          {" "}
          <a href={root + inLanguage(path, asked)}>{label}</a>
        </Fragment>
      ))}
    </>
  );
}

/** A finding in which what was perhaps meant leads to its page. From the end, as what was asked for stands before it and may hold the same word. */
function LinkedFinding({ finding, meant = [], shell }: FindingProps) {
  const last = meant.at(-1);
  const at = last === undefined ? -1 : finding.lastIndexOf(last.label);
  if (last === undefined || at < 0) return <WithCode text={finding} />;
  const after = finding.slice(at + last.label.length);
  return (
    <>
      <LinkedFinding finding={finding.slice(0, at)} meant={meant.slice(0, -1)} shell={shell} />
      <a href={shell.root + inLanguage(last.path, shell.asked)}>{last.label}</a>
      {after !== "" && <WithCode text={after} />}
    </>
  );
}
