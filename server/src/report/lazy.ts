// Values that only a reading needs. The server starts without them: folding the form's labels takes longer than all else
// that is done when the program is loaded.

export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
