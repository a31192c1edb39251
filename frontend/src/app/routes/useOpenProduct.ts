import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** Opens the editor of a product of the shop. */
export function useOpenProduct(shop: string): (handle: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (handle: string) =>
      void navigate({ to: "/s/$shop/products/$handle", params: { shop, handle } }),
    [navigate, shop],
  );
}
