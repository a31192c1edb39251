export { canOpen, listen, openOutside, queryClient } from "./client";
export { useConnected } from "./connection";
export { describeError } from "./errors";
export { useDecide, useEditItem, useItemList, useProof, useRegenerate } from "./items";
export { type JobMove, useCreateJob, useEstimate, useJob, useJobs, useMoveJob } from "./jobs";
export { useDesk, useProductList, useSaveProduct, useUndoPublication } from "./products";
export { usePublish, usePublishPlan, useUndo, useUndoPlan, useWithdraw } from "./publishing";
export { useSaveSettings, useSettings, useTestWriter, useVersion } from "./settings";
export {
  shopsQuery,
  useAddDemoShop,
  useAddShopifyShop,
  useCheckShop,
  useRemoveShop,
  useShop,
  useShops,
  useSyncing,
  useSyncShop,
} from "./shops";
export type { Windowed } from "./windowed";
