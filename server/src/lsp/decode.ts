// The bytes of a file that nobody has opened → its text, in the encodings that reports come in. The editor decodes what it
// opens by itself; here a doubt only means that nothing is said of the file.

/** Without its byte order mark; null for what is no text in UTF-8, UTF-16 with a mark, or GB18030 (which holds GBK). */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return strictly("utf-16be", bytes);
  if (bytes.includes(0)) return null;
  return strictly("utf-8", bytes) ?? spoilt(bytes) ?? strictly("gb18030", bytes);
}

/**
 * UTF-8 with a few spoilt bytes, as the editor shows it: often it is valid GB18030 too, where it reads as other Chinese all
 * through. GB18030 hardly ever holds what would be Chinese in UTF-8.
 */
function spoilt(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const wrong = text.match(/\uFFFD/g)?.length ?? 0;
  const chinese = text.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g)?.length ?? 0;
  return chinese > wrong ? text : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
