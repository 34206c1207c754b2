import { describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { type ApiDescription, apiPage } from "../../src/site/pages/api.ts";
import { methodPages } from "../../src/site/pages/method.ts";
import { toldInEnglish } from "../../src/words/tell.ts";

const ask = (() => Promise.reject(new Error("asks nothing"))) as never;

describe("pages that are made of no answer", () => {
  it("the method: the first of its pages, each other by its id, and none that is not there", async () => {
    const [first, other] = methodPages([
      { id: "readme", title: "Method", lead: "All.", html: "<p>x</p>" },
      { id: "course", title: "Course", lead: "What happens?", html: "<p>y</p>" },
    ]);
    expect((await first!.page({ params: {}, query: {} }, ask)).title).toBe("Method");
    const course = await other!.page({ params: { id: "course" }, query: {} }, ask);
    expect([course.title, course.finding, course.article]).toEqual(["Course", "What happens?", "<p>y</p>"]);
    await expect(other!.page({ params: { id: "../etc" }, query: {} }, ask)).rejects.toThrow(LevermapError);
    expect(methodPages([])).toEqual([]);
  });

  it("the API: an example that can be sent for each route, with all fields that it needs", async () => {
    const description: ApiDescription = {
      paths: {
        "/api/a/{id}": {
          get: {
            tags: ["map"],
            summary: "A thing",
            parameters: [
              { name: "id", in: "path", required: true, example: "x y" },
              { name: "day", in: "query", required: true, schema: { type: "string" } },
              { name: "top", in: "query", required: false },
            ],
          },
        },
        "/api/b": { post: { requestBody: { content: { "application/json": {} } } } },
      },
    };
    const { finding, blocks } = toldInEnglish(await apiPage(() => description).page({ params: {}, query: {} }, ask));
    expect(finding).toContain("2 routes");
    const told = JSON.stringify(blocks);
    expect(told).toContain("curl 'http://127.0.0.1:4173/api/a/x%20y?day=DAY'");
    expect(told).toContain("curl -X POST 'http://127.0.0.1:4173/api/b' -H 'content-type: application/json' --data-binary @FILE");
  });
});
