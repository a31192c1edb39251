import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useShop } from "@/api";
import { KeyphrasesPage } from "@/features/keyphrases/KeyphrasesPage";
import { OfShop } from "./OfShop";

const route = getRouteApi("/s/$shop/keyphrases");

/** The keyphrases of a shop's products or collections. */
export function KeyphrasesRoute() {
  const { shop: id } = route.useParams();
  const { q = "", show = "", language = "", of: kind = "product" } = route.useSearch();
  const navigate = useNavigate({ from: "/s/$shop/keyphrases" });
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...rest }) => (text === "" ? rest : { ...rest, q: text }),
        replace: true,
      }),
    [navigate],
  );
  return (
    <OfShop shop={useShop(id)}>
      {(shop) => (
        <KeyphrasesPage
          key={`${shop.id} ${kind} ${language}`}
          shop={shop}
          kind={kind}
          filter={show}
          search={q}
          language={language}
          onSearch={onSearch}
          onFilter={(next) =>
            navigate({
              search: ({ show: _, ...rest }) => (next === "" ? rest : { ...rest, show: next }),
            })
          }
          onLanguage={(next) =>
            navigate({
              search: ({ language: _, ...rest }) =>
                next === "" ? rest : { ...rest, language: next },
            })
          }
          onKind={(next) =>
            navigate({
              search: ({ of: _, ...rest }) =>
                next === "collection" ? { ...rest, of: "collection" } : rest,
            })
          }
          onBack={() => navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} })}
        />
      )}
    </OfShop>
  );
}
