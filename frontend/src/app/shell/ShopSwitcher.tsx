import { lazy, Suspense, useEffect, useState } from "react";
import { ShopButton, type ShopSwitcherProps } from "./ShopButton";

const ShopMenu = lazy(() => import("./ShopMenu"));

/** The current shop; the list of all is loaded when first opened. */
export function ShopSwitcher(props: ShopSwitcherProps) {
  const [used, setUsed] = useState(false);
  useEffect(() => {
    if (props.opened) setUsed(true);
  }, [props.opened]);
  const button = <ShopButton {...props} />;
  if (!used) return button;
  return (
    <Suspense fallback={button}>
      <ShopMenu {...props} />
    </Suspense>
  );
}
