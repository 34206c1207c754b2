import type { SiteShell } from "../../../src/site/page.ts";
import type { MapFigure, Picture } from "../../../src/site/picture.ts";
import type { Canvas } from "../picture/paint.tsx";
import { PictureFigure } from "../picture/picture-figure.tsx";
import type { ViewContext } from "../view/view-context.ts";
import { ViewFigure } from "../view/view-figure.tsx";
import { MapFigureOfPage } from "./map-figure.tsx";

interface PagePictureProps {
  readonly picture: Picture | MapFigure;
  readonly context: ViewContext;
  readonly shell: SiteShell;
  readonly linkTo?: Canvas["linkTo"];
}

/** A picture of a page: bars of a view, one made for its question, or the map. */
export function PagePicture({ picture, context, shell, linkTo }: PagePictureProps) {
  if (picture.kind === "drawn") return <PictureFigure picture={picture} context={context} linkTo={linkTo} />;
  if (picture.kind !== "map") return <ViewFigure block={picture} context={context} />;
  return <MapFigureOfPage figure={picture} shell={shell} isFollowed={linkTo !== undefined} />;
}
