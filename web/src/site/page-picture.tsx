import { pathOf } from "../../../src/site/paths.ts";
import type { Picture } from "../../../src/site/picture.ts";
import { PictureFigure } from "../picture/picture-figure.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { ViewFigure } from "../view/view-figure.tsx";

interface PagePictureProps {
  readonly picture: Picture;
  readonly context: ViewContext;
  readonly root: string;
}

/** A picture of a page: bars of a view, or one made for its question. */
export const PagePicture = ({ picture, context, root }: PagePictureProps) =>
  picture.kind === "drawn" ? (
    <PictureFigure picture={picture} context={context} linkTo={(id) => root + pathOf({ to: "economy", id })} />
  ) : (
    <ViewFigure block={picture} context={context} />
  );
