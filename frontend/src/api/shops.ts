import {
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { call } from "./client";
import { queryKeys } from "./keys";

/** All shops, for hooks and for the router. */
export const shopsQuery = queryOptions({
  queryKey: queryKeys.shops,
  queryFn: async () => (await call("ListShops")) ?? [],
});

export function useShops() {
  return useQuery(shopsQuery);
}

export function useShop(id: string | undefined) {
  const shops = useShops();
  return shops.data?.find((shop) => shop.id === id);
}

function useShopMutation<A, R>(run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shops }),
  });
}

export function useAddDemoShop() {
  return useShopMutation(() => call("AddDemoShop"));
}

interface ShopifyShop {
  domain: string;
  endpoint: string;
  token: string;
}

export function useAddShopifyShop() {
  return useShopMutation((shop: ShopifyShop) => call("AddShopifyShop", shop));
}

export function useCheckShop() {
  return useMutation({ mutationFn: (shop: string) => call("CheckShop", shop) });
}

export function useRemoveShop() {
  return useShopMutation((shop: string) => call("RemoveShop", shop));
}

/** Reads the shop's catalogue anew. */
export function useSyncShop(shop: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["sync", shop],
    mutationFn: () => call("SyncShop", shop),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.shops });
      void client.invalidateQueries({ queryKey: queryKeys.products(shop) });
    },
  });
}

/** Whether the shop's catalogue is being read, wherever that was asked for. */
export function useSyncing(shop: string): boolean {
  const here = useIsMutating({ mutationKey: ["sync", shop] }) > 0;
  const anywhere = useShop(shop)?.sync ?? null;
  return here || anywhere !== null;
}
