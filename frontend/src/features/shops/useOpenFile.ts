import { useAddFileShop } from "@/api";
import type { ShopOverview } from "@/contract";

/**
 * Asks for a product export and opens it as a shop of that name, or of the name of the file; its products are read
 * when its page opens.
 */
export function useOpenFile(onOpened: (shop: ShopOverview) => void, name = "") {
  const add = useAddFileShop();
  const choose = () => {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = ".csv,text/csv";
    field.onchange = () => {
      const file = field.files?.[0];
      if (file) add.mutate({ file, name, encoding: "" }, { onSuccess: onOpened });
    };
    field.click();
  };
  return { choose, busy: add.isPending, error: add.error };
}
