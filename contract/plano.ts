/** A form as it came back from a browser without JavaScript: what was typed, and what to mend. */
export type Plano = {
  valores: Record<string, string>;
  errores: Record<string, string>;
  general: string | null;
  /** It went well, for this address. */
  hecho?: string;
  /** Ids of photos that are up already. */
  fotos?: number[];
};
