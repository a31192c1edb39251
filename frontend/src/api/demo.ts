import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Job, rules, type ShopOverview } from "@/contract";
import { isFree } from "@/domain/writer";
import { call } from "./client";
import { queryKeys } from "./keys";

/** The demo shop, and the first job in it where there is one to read. */
export interface StartedDemo {
  shop: ShopOverview;
  job: Job | undefined;
}

/**
 * Connects the demo shop and has the first drafts written. A model is never asked without being told what it costs:
 * where one is set up, the shop starts without drafts.
 */
async function startDemo(): Promise<StartedDemo> {
  const shop = await call("AddDemoShop");
  await call("SyncShop", shop.id);
  const [latest] = (await call("ListJobs", shop.id)) ?? [];
  if (latest) return { shop, job: undefined };
  const { in_force } = await call("GetShopSettings", shop.id);
  if (!isFree(in_force.writer)) return { shop, job: undefined };
  const { field, handles } = rules.first_drafts;
  const job = await call("CreateJob", {
    shop_id: shop.id,
    field,
    selection: { handles: [...handles] },
    only_empty: true,
    unseen: false,
    sample: 0,
    model: "",
    instructions: "",
    instructions_name: "",
    strategy: "review",
  });
  return { shop, job };
}

export function useStartDemo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: startDemo,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shops }),
  });
}
