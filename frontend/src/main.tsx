import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@/ui/theme";
import { App } from "@/app/App";

declare global {
  interface Window {
    /** Settles when the styles of the built page are there, or cannot be had (app/start.ts). */
    styled?: Promise<unknown>;
  }
}

function start() {
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

if (window.styled) void window.styled.then(start);
else start();
