import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { listen, queryClient } from "@/api";
import { useNoticesWanted } from "@/ui/notify";
import { fileOf, Part } from "@/ui/part";
import { resolver, theme } from "@/ui/theme";
import { Appearance } from "./Appearance";
import { router } from "./router";

const schemes = localStorageColorSchemeManager({ key: "galley-theme" });

const notices = fileOf(() => import("@/ui/notices"));

/** The whole program: theme, data, notices, pages. */
export function App() {
  useEffect(listen, []);
  const noticed = useNoticesWanted();
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
        <RouterProvider router={router} />
        {noticed && <Part of={notices}>{({ Notices }) => <Notices />}</Part>}
      </QueryClientProvider>
    </MantineProvider>
  );
}
