// What is worked out once and kept, because it never changes: from the form's constants, and from labels, which come back
// with every keystroke and every file.

/** A value that only a reading needs. The server starts without it: folding the form's labels takes longer than all else. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A value for each of a few constants, such as the forms. */
export function perKey<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, { readonly value: V }>();
  return (key) => {
    let known = made.get(key);
    if (!known) {
      known = { value: make(key) };
      made.set(key, known);
    }
    return known.value;
  };
}

/** What is worked out of an object, a report above all, when it is first asked for; let go of with the object itself. */
export function perObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (object) => {
    let known = made.get(object);
    if (!known) {
      known = { value: make(object) };
      made.set(object, known);
    }
    return known.value;
  };
}

/** So many texts are kept; when there are more, all are let go. */
const mostTexts = 4096;
/** A longer text is no label, and hardly comes back. */
const longestText = 200;

/** The answer to a text, kept for the texts that are short enough to be labels. */
export function perText<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (text.length > longestText) return make(text);
    const own = detached(text);
    const value = make(own);
    if (made.size >= mostTexts) made.clear();
    made.set(own, value);
    return value;
  };
}

/** A copy of its own: a part of a text keeps the whole text in memory, which a memo would then never let go. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
