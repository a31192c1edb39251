import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { resolver, theme } from "@/ui/theme";
import { Gallery } from "./Gallery";

/** The kit on one page, for those who work on it; it is no part of the built program. */
const scheme = new URLSearchParams(location.search).get("theme") === "dark" ? "dark" : "light";
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      forceColorScheme={scheme}
      withCssVariables
    >
      <Gallery scheme={scheme} />
    </MantineProvider>,
  );
}
