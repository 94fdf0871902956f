/** The nonce the server put into the page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

/**
 * Style elements made by the app's own scripts carry the page's nonce, also those of libraries that know no nonce (the
 * scroll lock behind a dialog). Nothing else on the page may add styles.
 */
if (nonce) {
  const make = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
