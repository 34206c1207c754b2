import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { tokenHeaders } from "./api/client.ts";
import { App } from "./app.tsx";
import { HatchPatterns } from "./map/legend.tsx";
import { addPalette } from "./site/palette.ts";
import { learnPageLanguage } from "./words/page-language.ts";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/map.css";
import "./styles/list.css";
import "./styles/palette.css";
import "./styles/panel.css";
import "./styles/patents.css";
import "./styles/plan.css";
import "./styles/backtest.css";
import "./styles/sizes.css";

await learnPageLanguage();

const page = document.getElementById("page");
if (page) {
  createRoot(page).render(
    <StrictMode>
      <HatchPatterns />
      <App />
    </StrictMode>,
  );
  addPalette("", tokenHeaders);
}
