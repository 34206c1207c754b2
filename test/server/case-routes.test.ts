import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CasesChanges, CasesReport, CustomerCases } from "../../src/answers/cases/case-reports.ts";
import { decideCase } from "../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../src/library/cases/load-customers.ts";
import { runCases } from "../../src/library/cases/run.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import {
  caseRunsView as caseRunsViewSaid,
  casesChangesView as casesChangesViewSaid,
  casesView as casesViewSaid,
  customerCasesView as customerCasesViewSaid,
} from "../../src/report/cases/cases.ts";
import { createServer } from "../../src/server/create-server.ts";
import { customerLike, customerTable, desk, listedKey, listedParties } from "../library/cases/invented-desk.ts";
import { english } from "../words/english.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { described } from "./described.ts";

const caseRunsView = english(caseRunsViewSaid);
const casesChangesView = english(casesChangesViewSaid);
const casesView = english(casesViewSaid);
const customerCasesView = english(customerCasesViewSaid);

const parties = listedParties(20);
const entry = listedKey(parties[0]!);
let map: Levermap;
let server: FastifyInstance;
const get = (url: string) => server.inject({ url, headers: { host: "127.0.0.1:4173" } });

beforeAll(async () => {
  const { dir, lists, write } = await desk(temporaryFolder(), "routes");
  await lists("2026-06-01", parties);
  const rows = [customerLike("A", parties[0]!), customerLike("B", parties[1]!), { id: "C", name: "Ostrander Bakery", country: "Atlantis" }];
  await loadCustomers(dir, write("customers.csv", customerTable(rows)), { user: "anna" });
  await runCases(dir, { asOf: "2026-06-02", user: "anna" });
  await decideCase(dir, { customer: "A", entry, verdict: "false", user: "anna", note: "another firm" });
  await lists("2026-07-01", [{ ...parties[0]!, policy: "Case by case" }, ...parties.slice(1)]);
  map = await open(dir, { asOf: "2026-07-02" });
  server = await createServer({ ask: map, webDir: "nowhere", rate: { burst: 1000, perSecond: 1000 } });
});
afterAll(async () => {
  await server?.close();
  map?.close();
});

describe("routes of cases", () => {
  it.each([
    ["/api/cases", "/api/cases"],
    ["/api/cases", "/api/cases?state=decided&top=1&run=1"],
    ["/api/cases/runs", "/api/cases/runs"],
    ["/api/cases/changes", "/api/cases/changes"],
    ["/api/cases/customers/{customer}", "/api/cases/customers/A"],
  ])("%s answers as it is described: %s", async (path, url) => {
    const description = (await get("/api/openapi.json")).json();
    const schema = description.paths[path].get.responses["200"].content["application/json"].schema;
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(described(schema, description).safeParse(response.json()).error).toBeUndefined();
  });

  it("tell cases with who decided what, the changes to come, and the log of a customer", async () => {
    const { states, cases }: CasesReport = (await get("/api/cases")).json();
    expect(states).toMatchObject({ open: 1, decided: 1 });
    expect(cases[0]).toMatchObject({
      customer: "A",
      entry,
      list: "us-entity-list",
      state: "decided",
      verdict: "false",
      by: "anna",
      note: "another firm",
    });
    const changes: CasesChanges = (await get("/api/cases/changes")).json();
    expect(changes).toMatchObject({ since: 1, kind: "delta", entries: [{ entry, what: "changed" }], fresh: [], lapsed: [] });
    expect(changes.reopened).toMatchObject([
      { customer: "A", changes: [{ column: "policy", before: "Presumption of denial", after: "Case by case" }] },
    ]);
    const one: CustomerCases = (await get("/api/cases/customers/A")).json();
    expect(one.decisions).toMatchObject([{ seq: 1, action: "decide", verdict: "false", user: "anna", second: false }]);
    expect(one.cases).toMatchObject([{ entry, match: { asked: parties[0]!.name.replace(" Co., Ltd.", "") } }]);
  });

  it("answer 404 for a customer and a run that are not there", async () => {
    expect([(await get("/api/cases/customers/X")).statusCode, (await get("/api/cases?run=7")).statusCode]).toEqual([404, 404]);
    expect((await get("/api/cases?state=odd")).statusCode).toBe(400);
  });

  it("are shown in views that tell the same", async () => {
    expect(casesView(await map.cases()).finding).toContain("1 case open, 0 reopened, 0 waiting for a second person, 1 decided");
    expect(caseRunsView(await map.caseRuns()).finding).toBe("1 run of customers.");
    expect(casesChangesView(await map.casesChanges()).finding).toContain("1 case to reopen, 0 new, 0 lapse");
    const shown = customerCasesView(await map.customerCases({ customer: "C" }));
    expect(shown.finding).toBe("C, Ostrander Bakery: 0 cases in run 1.");
    expect(JSON.stringify(shown.details)).toContain("Atlantis");
  });
});
