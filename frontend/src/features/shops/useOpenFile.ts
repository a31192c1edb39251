import { useAddFileShop } from "@/api";
import type { ShopOverview } from "@/contract";
import { chooseFile } from "./chooseFile";

/**
 * Asks for a product export and opens it as a shop of that name, or of the name of the file; its products are read
 * when its page opens.
 */
export function useOpenFile(onOpened: (shop: ShopOverview) => void, name = "") {
  const add = useAddFileShop();
  const choose = () =>
    chooseFile((file) => add.mutate({ file, name, encoding: "" }, { onSuccess: onOpened }));
  return { choose, busy: add.isPending, error: add.error };
}
