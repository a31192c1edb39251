export { shopCode } from "@/domain/shopCode";
