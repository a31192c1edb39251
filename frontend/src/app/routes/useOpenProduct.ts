import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** Opens the editor of a product of the shop; nothing for a text that belongs to no product. */
export function useOpenProduct(shop: string): (handle: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (handle: string) => {
      if (handle === "") return;
      void navigate({ to: "/s/$shop/products/$handle", params: { shop, handle } });
    },
    [navigate, shop],
  );
}
