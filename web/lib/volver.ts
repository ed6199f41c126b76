/** Where to return after signing in: only a path of this site, else null. */
export function volverSeguro(crudo: string | undefined | null): string | null {
  // A control character or a backslash could be read as the start of another host.
  return crudo && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(crudo) ? crudo : null;
}
