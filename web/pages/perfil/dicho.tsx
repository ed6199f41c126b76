import { Alerta } from "../../components/base/avisos.tsx";

/** The form's own words on how it went, from the answer. */
export function Dicho({ general, hecho }: { general: string | null; hecho: string | null }) {
  return (
    <>
      {general ? <Alerta>{general}</Alerta> : null}
      {/* There before it speaks, so that it is heard. */}
      <p class="hecho" role="status">
        {hecho}
      </p>
    </>
  );
}
