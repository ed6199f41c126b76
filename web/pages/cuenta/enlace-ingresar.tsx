import { PedirEnlace } from "./pedir-enlace.tsx";

export default function EnlaceIngresar() {
  return <PedirEnlace que="ingresar" />;
}
