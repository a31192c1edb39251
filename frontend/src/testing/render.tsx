import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { useKeyboard } from "@/ui/keys/useKeys";

function Keyboard({ children }: { children: ReactNode }) {
  useKeyboard();
  return children;
}

/** Renders as the program does: theme, queries, and the one listener for keys. */
export function show(ui: ReactNode, client = new QueryClient()): RenderResult {
  return render(ui, {
    wrapper: ({ children }) => (
      <MantineProvider>
        <QueryClientProvider client={client}>
          <Keyboard>{children}</Keyboard>
        </QueryClientProvider>
      </MantineProvider>
    ),
  });
}
