// The browser's formatters, each made once: making one takes longer than using it a hundred times. No DOM.
function once<T, O>(make: (lang: string, options?: O) => T): (lang: string, options?: O) => T {
  const made = new Map<string, T>();
  return (lang, options) => {
    const key = lang + (options ? JSON.stringify(options) : '');
    let one = made.get(key);
    if (!one) made.set(key, (one = make(lang, options)));
    return one;
  };
}

export const numbers = once((lang, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(lang, options));
export const dates = once((lang, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, options));
export const plurals = once((lang, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(lang, options));
