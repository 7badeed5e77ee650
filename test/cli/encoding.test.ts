import assert from "node:assert/strict";
import iconv from "iconv-lite";
import { decode, encode, guesses } from "../../server/src/cli/encoding";

const text = "一、总体情况\r\n\t００\t“€”——·㙍𠮷\r政府信息公开\n";
const bom = Buffer.from([0xef, 0xbb, 0xbf]);

/** What was read, after asserting that writing it gives the same bytes. */
function read(bytes: Buffer) {
  const { decoded, why } = decode(bytes);
  assert.ok(decoded, `refused: ${why}`);
  assert.ok(decoded.lossless);
  assert.deepEqual(encode(decoded.text, decoded.encoding, decoded.bom), bytes);
  const { text, encoding, bom } = decoded;
  return { text, encoding, bom };
}

describe("cli/encoding", () => {
  it("reads and writes UTF-8 with and without its mark", () => {
    assert.deepEqual(read(Buffer.from(text)), { text, encoding: "utf8", bom: false });
    assert.deepEqual(read(Buffer.concat([bom, Buffer.from(text)])), { text, encoding: "utf8", bom: true });
    assert.deepEqual(read(Buffer.alloc(0)), { text: "", encoding: "utf8", bom: false });
    assert.deepEqual(read(bom), { text: "", encoding: "utf8", bom: true });
    assert.deepEqual(read(Buffer.from("plain 65\r\n")), { text: "plain 65\r\n", encoding: "utf8", bom: false });
  });

  it("takes a second mark as a character of the text", () => {
    assert.deepEqual(read(Buffer.concat([bom, bom])), { text: "\uFEFF", encoding: "utf8", bom: true });
  });

  it("reads and writes GB18030, four-byte characters and its own mark", () => {
    const bytes = iconv.encode(text, "gb18030");
    assert.deepEqual(read(bytes), { text, encoding: "gb18030", bom: false });
    const marked = Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), bytes]);
    assert.deepEqual(read(marked), { text, encoding: "gb18030", bom: true });
  });

  it("reads and writes GBK and GB2312 as what GB18030 holds of them", () => {
    const plain = "　政府信息公开工作年度报告（２０２３年）·“—”";
    for (const encoding of ["gbk", "gb2312", "cp936"]) {
      assert.deepEqual(read(iconv.encode(plain, encoding)), { text: plain, encoding: "gb18030", bom: false });
    }
    assert.equal(read(iconv.encode("镕堃喆", "gbk")).text, "镕堃喆");
  });

  it("gives every two-byte character back as it was, or says that it cannot", () => {
    const lossy: string[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue;
        // Two of a kind and a line end, so that no pair of bytes is UTF-8 by chance.
        const bytes = Buffer.from([0xb0, 0xa1, lead, trail, 0x0a]);
        const { decoded, why } = decode(bytes);
        assert.ok(decoded, `${bytes.toString("hex")}: ${why}`);
        if (!decoded.lossless) lossy.push(bytes.toString("hex", 2, 4));
        else assert.deepEqual(encode(decoded.text, decoded.encoding, decoded.bom), bytes);
      }
    }
    // A second code of the ideographic space, in no standard: it can be read, but would be written as the first one.
    assert.deepEqual(lossy, ["a3a0"]);
  });

  it("reads the euro sign of code page 936, but does not claim to write it", () => {
    const { decoded } = decode(Buffer.from([0xb0, 0xa1, 0x80, 0x0a]));
    assert.equal(decoded?.text, "啊€\n");
    assert.equal(decoded?.lossless, false);
  });

  it("reads and writes UTF-16 with its mark, unpaired surrogates and all", () => {
    const odd = `${text}\ud800甲\udc00`;
    const body = Buffer.from(odd, "utf16le");
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), body]);
    assert.deepEqual(read(little), { text: odd, encoding: "utf16le", bom: true });
    assert.deepEqual(read(Buffer.from(little).swap16()), { text: odd, encoding: "utf16be", bom: true });
    assert.deepEqual(read(Buffer.from([0xfe, 0xff])), { text: "", encoding: "utf16be", bom: true });
  });

  it("refuses UTF-16 with half a character or NUL, and UTF-32 by its mark", () => {
    const half = Buffer.from([0xff, 0xfe, 0x3f, 0x65, 0x9c]);
    assert.equal(decode(half).why, "utf-16");
    assert.equal(decode(Buffer.from([0xfe, 0xff, 0x65, 0x3f, 0, 0])).why, "binary");
    assert.equal(decode(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).why, "utf-32");
    assert.equal(decode(Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41])).why, "utf-32");
  });

  it("refuses what holds NUL: pictures, archives, UTF-16 without its mark", () => {
    assert.equal(decode(Buffer.from("政府\n12", "utf16le")).why, "binary");
    assert.equal(decode(Buffer.from("text\0text")).why, "binary");
  });

  it("refuses what is neither, with the bytes wrong at the start, in the middle or at the end", () => {
    const good = iconv.encode("政府信息公开", "gb18030");
    assert.equal(decode(Buffer.concat([Buffer.from([0xff]), good])).why, "unknown");
    assert.equal(decode(Buffer.concat([good, Buffer.from([0xff]), good])).why, "unknown");
    assert.equal(decode(Buffer.concat([good, Buffer.from([0xb0])])).why, "unknown");
    // Four bytes beyond the last character of Unicode.
    assert.equal(decode(Buffer.concat([good, Buffer.from([0xfe, 0x39, 0xfe, 0x39])])).why, "unknown");
    assert.equal(decode(Buffer.concat([good, Buffer.from([0xe3, 0x32, 0x9a, 0x36])])).why, "unknown");
  });

  it("refuses spoilt UTF-8 also where it happens to be GB18030", () => {
    const whole = "政府信息公开工作年度报告情况";
    const bytes = Buffer.from(whole);
    // Two bytes of the middle lost: an even number is left, which reads as other characters.
    const spoilt = Buffer.concat([bytes.subarray(0, 18), bytes.subarray(20)]);
    assert.doesNotThrow(() => new TextDecoder("gb18030", { fatal: true }).decode(spoilt));
    assert.equal(decode(spoilt).why, "damaged");
    assert.equal(decode(Buffer.concat([bom, Buffer.from([0xb0, 0xa1])])).why, "damaged");
  });

  it("guesses at what is refused, for a look only", () => {
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("政府信息公开", "utf16le")]);
    assert.ok(guesses(marked).some((guess) => guess.includes("政府信息公开")));
  });
});
