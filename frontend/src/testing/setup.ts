import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
// Figures are written as the catalogue in use says.
import "@/strings";

// Ends a wait for what never comes. Nothing takes as long, however slow the machine.
configure({ asyncUtilTimeout: 60_000 });

afterEach(cleanup);

// What Mantine and the virtual lists ask of a browser and jsdom lacks.
vi.stubGlobal(
  "matchMedia",
  vi.fn((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  })),
);
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
