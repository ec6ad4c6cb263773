// What the bar on top calls the thing on the page: a map's title, a customer. Pages set it, the bar shows it.
class Crumbs {
  current = $state<string | null>(null);
}

export const crumbs = new Crumbs();
