import { describe, expect, test } from "vitest";
import { BadRow } from "../../../src/sources/format/records.ts";
import { readElements } from "../../../src/sources/format/xml-reader.ts";

const reasonOf = (xml: string): string => {
  try {
    readElements(xml);
    return "read";
  } catch (thrown) {
    if (thrown instanceof BadRow) return thrown.message;
    throw thrown;
  }
};

describe("elements of a record", () => {
  test("texts, attributes and paths, without prefixes of names", () => {
    const root = readElements(
      '<?xml version="1.0"?><x:a k="v" xml:lang="en"><b>one <i>two</i>\n three</b><!-- no --><b><c/><![CDATA[<4>]]></b><?pi?></x:a>',
    );
    expect([root.name, root.attributes.k, root.attributes["xml:lang"]]).toEqual(["a", "v", "en"]);
    expect(root.all("b").map((each) => each.text())).toEqual(["one two three", "<4>"]);
    expect(root.value("b/i")).toBe("two");
    expect(root.value("b/c")).toBeNull();
    expect(root.first("b/c")?.name).toBe("c");
    expect(root.first("nothing/c")).toBeUndefined();
    expect(root.first("b")?.raw()).toBe("one two\n three");
  });

  test("blocks are set off from what stands before them", () => {
    const root = readElements("<a>one<p>two</p><p>three</p><i>four</i></a>");
    expect(root.text(new Set(["p"]))).toBe("one two threefour");
    expect(root.within("p").map((each) => each.text())).toEqual(["two", "three"]);
  });

  test("entities: the five of XML, numbers, names of HTML and of the Greek sets of ISO 8879; others stay as printed and are counted", () => {
    expect(readElements("<a>&lt;&#x41;&#66;&amp;&mgr;&OHacgr;&lsqb;&aring;&minus;</a>").text()).toBe("<AB&μΏ[å−");
    const unknown = new Map<string, number>();
    const root = readElements('<a k="&mugr;">&mugr; &constructor;<b>&__proto__;</b></a>', unknown);
    expect(root.text()).toBe("&mugr; &constructor;&__proto__;");
    expect(root.attributes.k).toBe("&mugr;");
    expect([...unknown]).toEqual([
      ["mugr", 2],
      ["constructor", 1],
      ["__proto__", 1],
    ]);
    expect(reasonOf("<a>AT & T; b</a>")).toMatch(/^unknown entity & T;|disallowed/);
  });

  test("a document that declares an entity by its value is refused, one that names an outside drawing is not", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY x${i + 1} "&x${i};&x${i};">`).join("")}]><a>&x20;</a>`;
    expect(reasonOf(bomb)).toBe("the document declares an entity of its own");
    expect(reasonOf("<!DOCTYPE a [<!ENTITY % p '<!ENTITY q \"1\">'>%p;]><a/>")).toBe("the document declares an entity of its own");
    expect(reasonOf('<!DOCTYPE a [<!ENTITY pic SYSTEM "pic.tif" NDATA TIF>]><a/>')).toBe("read");
    expect(reasonOf('<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]><a>&file;</a>')).toBe("read");
    expect(readElements('<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]><a>&file;</a>').text()).toBe("&file;");
  });

  test("an entity that a document declares as plain text is that text, within bounds", () => {
    const text = (declarations: string, inner: string): string => readElements(`<!DOCTYPE a [${declarations}]><a>${inner}</a>`).text();
    expect(text('<!ENTITY co "Acme" ><!ENTITY q \'&#8217;&#x41;\'><!ENTITY co "Other">', "&co;&q; &none;")).toBe("Acme\u2019A &none;");
    expect(text('<!ENTITY alpha "x">', "&alpha;"), "a public name keeps its meaning").toBe("\u03b1");
    expect(reasonOf('<!DOCTYPE a [<!ENTITY m "<b/>">]><a>&m;</a>')).toBe("the document declares an entity of its own");
    expect(reasonOf(`<!DOCTYPE a [<!ENTITY l "${"x".repeat(201)}">]><a/>`)).toBe("the document declares an entity of its own");
    const long = `<!DOCTYPE a [<!ENTITY l "${"x".repeat(200)}">]><a>${"&l;".repeat(6000)}</a>`;
    expect(reasonOf(long)).toMatch(/^the entities that the document declares come to too much text/);
  });

  test("bounds of depth, attributes and their length", () => {
    expect(reasonOf("<a>".repeat(200) + "</a>".repeat(200))).toBe("read");
    expect(reasonOf("<a>".repeat(100_000))).toMatch(/^more than 200 levels \(in /);
    expect(reasonOf(`<a k="${"v".repeat(70_000)}"/>`)).toBe("an attribute of more than 65536 characters");
    expect(reasonOf(`<a ${Array.from({ length: 201 }, (_, i) => `k${i}="1"`).join(" ")}/>`)).toBe("more than 200 attributes");
  });

  test("what is not well formed is refused with its place", () => {
    expect(reasonOf("<a><b></b>")).toBe("the record ends too early (in a)");
    expect(reasonOf("<a><b>")).toBe("the record ends too early (in a/b)");
    expect(reasonOf("<a><b></c></a>")).toMatch(/close tag/);
    expect(reasonOf("<a></a><b></b>")).not.toBe("read");
    expect(reasonOf("")).not.toBe("read");
    expect(reasonOf("text")).not.toBe("read");
    expect(reasonOf("<a>\0</a>")).toMatch(/disallowed/);
    expect(reasonOf("<a k=v/>")).toMatch(/unquoted/);
  });
});
