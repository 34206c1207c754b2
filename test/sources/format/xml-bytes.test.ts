import { describe, expect, test } from "vitest";
import { cutElements, cutRest, decodeXml, utf8Chunks } from "../../../src/sources/format/xml-bytes.ts";

const cut = (text: string, ...names: string[]): string => cutElements(Buffer.from(text), names).toString();

async function joined(bytes: Buffer, size: number): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const chunk of utf8Chunks(pieces(bytes, size))) found.push(chunk);
  return Buffer.concat(found);
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("bytes of a record", () => {
  test("are decoded by mark, by declaration, else as UTF-8", () => {
    expect(decodeXml(Buffer.from("<a>ä中</a>"))).toBe("<a>ä中</a>");
    expect(decodeXml(Buffer.from("\ufeff<a>ä</a>"))).toBe("<a>ä</a>");
    expect(decodeXml(Buffer.from("\ufeff<a>ä</a>", "utf16le"))).toBe("<a>ä</a>");
    expect(decodeXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe4\x93</a>', "latin1"))).toContain("<a>ä“</a>");
    expect(decodeXml(Buffer.from("<a>ä</a>", "utf16le")), "UTF-16 without its mark").toBe("<a>ä</a>");
    expect(decodeXml(Buffer.from("<a>ä</a>", "utf16le").swap16())).toBe("<a>ä</a>");
    expect(decodeXml(Buffer.from("<a>ä</a>\x1a\0\0")), "padding of old systems").toBe("<a>ä</a>");
    const kanji = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="EUC-JP"?><a>'),
      Buffer.from([0xc6, 0xfc]),
      Buffer.from("</a>"),
    ]);
    expect(decodeXml(kanji)).toContain("<a>日</a>");
  });

  test("that the encoding does not have are refused with what stands before them", () => {
    const spoilt = Buffer.concat([Buffer.from("<a>gut ä "), Buffer.from([0xff]), Buffer.from(" more ä</a>")]);
    expect(() => decodeXml(spoilt)).toThrow(/not UTF-8 after ".*gut /);
    expect(() => decodeXml(Buffer.from("<a>ä</a>").subarray(0, 4))).toThrow(/not UTF-8/);
    expect(() => decodeXml(Buffer.from('<?xml version="1.0" encoding="x-nothing"?><a/>'))).toThrow(/x-nothing is not known/);
    expect(() => decodeXml(Buffer.alloc((1 << 25) + 1, "a"))).toThrow(/more than/);
  });

  test("of UTF-16 with its mark become UTF-8 whatever the pieces, others stay", async () => {
    const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><a>ä中😀</a>';
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) for (const size of [2, 3, 7, 1000]) expect(decodeXml(await joined(bytes, size))).toBe(text.slice(1));
    expect(await joined(Buffer.from([0xe4, 0xff, 0xfe]), 2)).toEqual(Buffer.from([0xe4, 0xff, 0xfe]));
    const lone = Buffer.from("\ufeff<a>x\ud800y</a>", "utf16le");
    const spoilt = await joined(lone, 5);
    expect(() => decodeXml(spoilt)).toThrow(/not UTF-8 after "<a>x"/);
  });

  test("of long texts are taken out, one without an end stays", () => {
    expect(cut("<r><a>1</a><b k='v'><c/></b><d>2</d></r>", "b")).toBe("<r><a>1</a><d>2</d></r>");
    expect(cut("<r><bc>1</bc><b>2</b>3</r>", "b")).toBe("<r><bc>1</bc>3</r>");
    expect(cut("<r><a>1</a><b>2</b></r>", "a", "b")).toBe("<r></r>");
    expect(cut("<r><b>1</r>", "b")).toBe("<r><b>1</r>");
    expect(cut("<r><b/>1</r>", "b")).toBe("<r><b/>1</r>");
    expect(cut("<r>", "b")).toBe("<r>");
  });

  test("of a list are kept up to a number of items", () => {
    const rest = (text: string, kept: number): string => cutRest(Buffer.from(text), "l", "i", kept).toString();
    expect(rest("<l><i>1</i><i>2</i><i>3</i></l>x", 1)).toBe("<l><i>1</i></l>x");
    expect(rest("<l><i>1</i><i>2</i><i>3</i></l>x", 2)).toBe("<l><i>1</i><i>2</i></l>x");
    expect(rest("<l><i>1</i></l>x", 2)).toBe("<l><i>1</i></l>x");
    expect(rest("<l><i>1</i><i>2</i>", 1)).toBe("<l><i>1</i><i>2</i>");
    expect(rest("<r/>", 1)).toBe("<r/>");
  });
});
