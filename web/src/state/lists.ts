// Lists of names in the address: "a,b", with commas inside a name escaped.
export function listOf(text: string | null): string[] {
  if (!text) return [];
  return text.split(',').filter(Boolean).map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'));
}

export function textOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}
