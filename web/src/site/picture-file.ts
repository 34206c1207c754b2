import type { SiteShell } from "../../../src/site/page.ts";
import type { MapFigure, Picture } from "../../../src/site/picture.ts";
import { renderMap } from "./map-file.tsx";
import type { PictureOf } from "./picture-notes.ts";
import { renderPicture } from "./picture-svg.tsx";

/** Any picture as a file of SVG, as `renderPicture`. */
export const pictureFile = (picture: Picture | MapFigure, of: PictureOf, shell: SiteShell, part?: number): string =>
  picture.kind === "map" ? renderMap(picture, of, shell, part) : renderPicture(picture, of, shell, part);
