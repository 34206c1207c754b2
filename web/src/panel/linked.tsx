import type { ReactNode } from "react";
import type { Link } from "../../../src/report/view.ts";
import { greyEconomy } from "../colour/colours.ts";
import { Swatch } from "../list/economy-name.tsx";
import { PageLink, TechnologyLink } from "../list/page-link.tsx";
import type { Go } from "../state/page-state.ts";
import { WebLink } from "../view/web-link.tsx";
import { Phrase } from "../words/phrase.tsx";

/** Texts of views as links on the map: to its technologies and documents, which open beside it. */
export const linkedOn =
  (go: Go, palette: ReadonlyMap<string, string>) =>
  (text: string, link: Link): ReactNode => {
    switch (link.to) {
      case "technology":
        return (
          <TechnologyLink id={link.id} go={go}>
            {text}
          </TechnologyLink>
        );
      case "patent":
        return (
          <PageLink change={{ patent: link.id }} go={go} data-patent={link.id}>
            {text}
          </PageLink>
        );
      case "economy":
        return (
          <span className="economy">
            <Swatch colour={palette.get(link.id) ?? greyEconomy} />
            {text}
          </span>
        );
      case "url":
        return <WebLink text={text} address={link.address} />;
      default:
        return <Phrase>{text}</Phrase>;
    }
  };
