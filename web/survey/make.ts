// Makes elements of a page in one call: a name, what it has, and what is inside.
type Inside = Node | string | null | undefined | false;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  has: Record<string, string | number | boolean | undefined> = {},
  ...inside: Inside[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(has)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  element.append(...inside.filter((one): one is Node | string => !!one || one === ''));
  return element;
}

/** Gives a shadow or a page its style, also where a site forbids style elements. */
export function dress(root: Document | ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = make('style', {}, css);
    if ('head' in root) root.head.append(style);
    else root.append(style);
  }
}
