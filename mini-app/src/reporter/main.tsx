import "../ui/no-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/theme.css";
import { App } from "./app.tsx";
import { openBulletinFromLink } from "./bulletin-link.ts";
import { rememberSchoolFromLink } from "./school-link.ts";
import { watchPages } from "./zalo-sdk-page.ts";

watchPages(); // the first to hear of the next page
rememberSchoolFromLink(window.location.search);
openBulletinFromLink(window.location.search);

const place = document.getElementById("app");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
