const sheets = new Map<string, CSSStyleSheet>();

/** Gives a document or shadow root styles, once and for good, in a way that a strict content policy allows. */
export function adoptSheet(root: DocumentOrShadowRoot, text: string): void {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
