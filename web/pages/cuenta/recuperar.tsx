import { PedirEnlace } from "./pedir-enlace.tsx";

export default function Recuperar() {
  return <PedirEnlace que="recuperar" />;
}
