const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

/** What a shop says as HTML, as text: shops put markup and entities into their messages. */
export function plainText(html: string): string {
  const text = html
    .replace(/<[^<>]*>/g, ' ')
    .replace(
      /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
        return code >= 32 && code < 0x110000 ? String.fromCodePoint(code) : (entities[name ?? ''] ?? whole);
      },
    );
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
