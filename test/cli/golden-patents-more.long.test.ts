import { describe } from "vitest";
import { goldenCases } from "./golden-cases.ts";
import { patentsTemplate } from "./patents-template.ts";

describe("further golden outputs on the bundled patents", () => goldenCases("golden-patents-more", patentsTemplate()));
