declare module "*?raw" {
  const texto: string;
  export default texto;
}
