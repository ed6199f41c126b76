/** What we use of Turnstile's script: https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/ */
export type Turnstile = {
  render(en: HTMLElement, opciones: Record<string, unknown>): string | null | undefined;
  reset(id: string): void;
  remove(id: string): void;
};

declare global {
  interface Window {
    turnstile?: Turnstile;
  }
}

const CODIGO = "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit";

let traido: Promise<Turnstile> | null = null;

/** Its script, once a page; one that did not come is asked for again by the next call. */
export function traerTurnstile(): Promise<Turnstile> {
  traido ??= new Promise<Turnstile>((bien, mal) => {
    const script = document.createElement("script");
    script.src = CODIGO;
    script.async = true;
    const fallar = () => {
      script.remove();
      traido = null;
      mal(new Error("turnstile"));
    };
    script.onload = () => (window.turnstile ? bien(window.turnstile) : fallar());
    script.onerror = fallar;
    document.head.append(script);
  });
  return traido;
}
