import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { listen, queryClient } from "@/api";
import { resolver, theme } from "@/ui/theme";
import { Appearance } from "./Appearance";
import { router } from "./router";

const schemes = localStorageColorSchemeManager({ key: "galley-theme" });

/** The whole program: theme, data, notices, pages. */
export function App() {
  useEffect(listen, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      withCssVariables
    >
      <QueryClientProvider client={queryClient}>
        <Appearance />
        <Notifications position="bottom-right" limit={3} zIndex={500} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
