import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { PlaceRef } from "@/contract";

/** Opens the editor of the product or collection of a text; of an image, the product that it is listed under. */
export function useOpenEditor(shop: string): (of: { place: PlaceRef }) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ place: { kind, handle } }) => {
      const room = kind === "collection" ? "collections" : "products";
      void navigate({ to: `/s/$shop/${room}/$handle`, params: { shop, handle } });
    },
    [navigate, shop],
  );
}
