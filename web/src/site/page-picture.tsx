import type { SiteShell } from "../../../src/site/page.ts";
import { pathOf } from "../../../src/site/paths.ts";
import type { Picture } from "../../../src/site/picture.ts";
import { inLanguage } from "../../../src/site/words/in-language.ts";
import { PictureFigure } from "../picture/picture-figure.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { ViewFigure } from "../view/view-figure.tsx";

interface PagePictureProps {
  readonly picture: Picture;
  readonly context: ViewContext;
  readonly shell: Pick<SiteShell, "root" | "asked">;
}

/** A picture of a page: bars of a view, or one made for its question. */
export const PagePicture = ({ picture, context, shell: { root, asked } }: PagePictureProps) =>
  picture.kind === "drawn" ? (
    <PictureFigure picture={picture} context={context} linkTo={(id) => root + inLanguage(pathOf({ to: "economy", id }), asked)} />
  ) : (
    <ViewFigure block={picture} context={context} />
  );
