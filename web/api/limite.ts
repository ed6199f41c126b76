import type { LimitePublico } from "../../contract/esquemas/municipio.ts";
import { pedir } from "./cliente.ts";

/** Where the municipality is and where it ends. */
export const verLimite = () => pedir<LimitePublico>("GET", "/api/publico/municipio/limite");
