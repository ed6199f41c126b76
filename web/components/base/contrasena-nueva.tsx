import { useState } from "preact/hooks";
import { useCarga } from "../../lib/carga.ts";
import { Campo } from "./campo.tsx";

const cargar = () =>
  import("#despues/components/base/consejo-contrasena.tsx").then((m) => m.ConsejoContrasena);

type Props = {
  nombre: string;
  etiqueta: string;
  ayuda: string;
  error: string | undefined;
  /** Whose it will be; without it, the form's own address. */
  email?: string;
};

const correoDe = (form: HTMLFormElement | null): string => {
  const campo = form?.elements.namedItem("email");
  return campo instanceof HTMLInputElement ? campo.value : "";
};

/** A password that is being chosen. One that everybody would try is advised against, never refused here. */
export function ContrasenaNueva({ email, ...campo }: Props) {
  const [escrita, setEscrita] = useState<{ valor: string; email: string } | null>(null);
  const Consejo = useCarga(cargar, escrita !== null);
  return (
    <Campo {...campo}>
      {(a) => {
        const id = `${a.id}-c`;
        return (
          <>
            <input
              {...a}
              type="password"
              autocomplete="new-password"
              aria-describedby={[a["aria-describedby"], Consejo && id].filter(Boolean).join(" ")}
              onInput={({ currentTarget: x }) =>
                setEscrita({ valor: x.value, email: email ?? correoDe(x.form) })
              }
            />
            {Consejo && escrita ? <Consejo id={id} {...escrita} /> : null}
          </>
        );
      }}
    </Campo>
  );
}
