import "../ui/no-eval.ts";
import { createRoot } from "react-dom/client";
import "../ui/theme.css";
import { Console } from "./console.tsx";
import { InsecurePage } from "./insecure-page.tsx";
import { BrokenGuard } from "./ui/broken-guard.tsx";

const container = document.getElementById("console");
if (container === null) throw new Error("console.html has no place for the console");
createRoot(container).render(
  <BrokenGuard>{window.isSecureContext ? <Console /> : <InsecurePage />}</BrokenGuard>,
);
