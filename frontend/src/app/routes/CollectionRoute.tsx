import { getRouteApi } from "@tanstack/react-router";
import { CollectionEditor } from "@/features/editor/TextEditor";
import { EditorFrame } from "./EditorFrame";

const route = getRouteApi("/s/$shop/collections/$handle");

/** The texts of one collection, to be edited and saved. */
export function CollectionRoute() {
  const { shop, handle } = route.useParams();
  return (
    <EditorFrame
      shop={shop}
      handle={handle}
      list="/s/$shop/collections"
      editor={CollectionEditor}
    />
  );
}
