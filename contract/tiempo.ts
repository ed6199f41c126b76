/** Epoch seconds → ISO-8601, UTC, whole seconds: how a time is written in JSON. */
export const iso = (segundos: number): string =>
  new Date(segundos * 1000).toISOString().replace(".000Z", "Z");
