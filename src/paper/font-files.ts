/** A face for text and one for headings, by their files. */
interface FontPair {
  readonly regular: string;
  readonly bold: string;
}

const pair = (folder: string, regular: string, bold: string): FontPair => ({ regular: `${folder}/${regular}`, bold: `${folder}/${bold}` });

/** Where systems keep a face of Latin letters, the best first. */
export const textFonts: readonly FontPair[] = [
  pair("/usr/share/fonts/truetype/noto", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
  pair("/usr/share/fonts/noto", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
  pair("/usr/share/fonts/truetype/liberation2", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
  pair("/usr/share/fonts/truetype/liberation", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
  pair("/usr/share/fonts/liberation", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
  pair("/usr/share/fonts/truetype/dejavu", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
  pair("/usr/share/fonts/TTF", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
  pair("/System/Library/Fonts/Supplemental", "Arial.ttf", "Arial Bold.ttf"),
  pair("C:/Windows/Fonts", "arial.ttf", "arialbd.ttf"),
];

/** Where they keep faces of Chinese, Japanese and Korean letters. */
export const otherFonts: readonly string[] = [
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
  "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
  "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
  "C:/Windows/Fonts/msyh.ttc",
  "C:/Windows/Fonts/malgun.ttf",
];
