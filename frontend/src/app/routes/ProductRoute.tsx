import { getRouteApi } from "@tanstack/react-router";
import { ProductEditor } from "@/features/editor/TextEditor";
import { EditorFrame } from "./EditorFrame";

const route = getRouteApi("/s/$shop/products/$handle");

/** The texts of one product, to be edited and saved. */
export function ProductRoute() {
  const { shop, handle } = route.useParams();
  return (
    <EditorFrame shop={shop} handle={handle} list="/s/$shop/products" editor={ProductEditor} />
  );
}
