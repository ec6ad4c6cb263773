// How a name from the data is shown to people: "coupon_redeemed" as "coupon redeemed". The name itself stays in the title.
export function readable(name: string): string {
  if (name === '...') return '…';
  const text = name.replace(/[_]+/g, ' ').trim();
  return text || name;
}
