import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { otherFonts, textFonts } from "../../src/paper/font-files.ts";
import { type ReportFormat, reportBytes } from "../../src/paper/report-bytes.ts";
import type { ReportRenderer } from "../../src/site/report/report.ts";
import { inventedReport } from "./invented-report.ts";
import { pdfText } from "./pdf-text.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const path: string = "../../web/src/site/render.tsx";
const renderer = (await import(path)) as ReportRenderer;

const made = async (format: ReportFormat, options: Parameters<typeof inventedReport>[0] = {}, font?: string): Promise<Buffer> =>
  reportBytes(await inventedReport(options), { format, renderer, font });

describe("a report as a file", () => {
  it.each(["html", "pdf"] as const)("is the same bytes twice: %s", async (format) => {
    const first = await made(format);
    expect(first.equals(await made(format))).toBe(true);
    expect(first.equals(await made(format, { hostile: true }))).toBe(false);
  });

  it("as PDF is read by others with its title, figures, contents and pages", async () => {
    const { title, pages } = await pdfText(await made("pdf"));
    expect(title).toBe("What Aland holds");
    expect(pages[0]).toMatch(/In short One holder could take 11% \(2 to 19%\)\..*Contents 1 In short.*2 Map.*3 Aland/);
    expect(pages[0]).toContain("As of 2026-11-29, edition 7-0123abcd");
    const all = pages.join(" ");
    for (const text of ["unknown one", "12 months", "Nothing: none known", "89%", "Asked by: levermap chokepoints --home XA"])
      expect(all).toContain(text);
    expect(all).not.toContain("left out");
    for (const [at, page] of pages.entries()) expect(page).toContain(`${at + 1} of ${pages.length}`);
  });

  it("says the head of a table again on each page", async () => {
    const { pages } = await pdfText(await made("pdf"));
    const withRows = pages.filter((page) => /\b\d+% Aland|Aland \d+%/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain("share");
  });

  it("with hostile names is a whole file that runs and loads nothing", async () => {
    const pdf = await made("pdf", { hostile: true });
    const { pages } = await pdfText(pdf);
    expect(pages.join(" ")).toContain("<img src=x");
    expect(pdf.toString("latin1")).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/EmbeddedFile|javascript:/);
    const html = (await made("html", { hostile: true })).toString();
    expect(html).not.toMatch(/<img|<script|="javascript:|<link|<[^>]* (?:src|on\w+)=/);
    expect(html).toContain("&lt;img src=x onerror=");
    expect(html.match(/<section class="chapter/g)).toHaveLength(3);
  });

  it("as HTML asks for no other file", async () => {
    const html = (await made("html")).toString();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("default-src &#x27;none&#x27;");
    expect(html).not.toMatch(/url\(|@import|\shref="(?!#|https:\/\/example\.org)/);
  });

  const text = textFonts.find(({ regular }) => existsSync(regular));
  it.skipIf(text === undefined)(
    `sets all letters in the font that is named, else in Latin letters${text ? "" : ": skipped, no font is installed"}`,
    async () => {
      const { pages } = await pdfText(await made("pdf", { hostile: true }, text!.regular));
      const all = pages.join(" ");
      expect(all).toContain("ZhongXinGuoJi");
      expect(all).toContain("--font FILE names a font that has them");
      expect((await pdfText(await made("pdf", {}, text!.regular))).pages.join(" ")).not.toContain("--font FILE");
    },
  );

  const cjk = otherFonts.find(existsSync);
  it.skipIf(cjk === undefined)(`embeds part of a font with Chinese letters${cjk ? "" : ": skipped, none is installed"}`, async () => {
    const bytes = await made("pdf", { hostile: true }, cjk!);
    expect((await pdfText(bytes)).pages.join(" ")).toContain("中芯國際 東京エレクトロン");
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  it("refuses what is no font", async () => {
    await expect(made("pdf", {}, import.meta.filename)).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
    await expect(made("pdf", {}, "nowhere.ttf")).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
  });
});
