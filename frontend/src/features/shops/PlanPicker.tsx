import { describeError, perform, useSetPlan } from "@/api";
import { rules, type ShopOverview } from "@/contract";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { Picker } from "@/ui/Picker";

/** The shop's plan. */
export function PlanPicker({ shop }: { shop: ShopOverview }) {
  const set = useSetPlan();
  const chosen = set.isPending ? set.variables.plan : shop.plan;
  return (
    <Picker
      label={t.shops.planOf(shop.name)}
      title={t.shops.planHint}
      small
      value={chosen}
      options={rules.plans.map(({ id }) => ({ value: id, label: t.shops.plans[id] }))}
      onChange={(plan) =>
        perform(
          set,
          { shop: shop.id, plan },
          { onError: (error) => notifyTrouble(describeError(error)) },
        )
      }
    />
  );
}
