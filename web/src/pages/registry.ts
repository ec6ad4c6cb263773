// Where each page lives. A page is fetched when it is first opened.
import type { Component } from 'svelte';

export type PageName = 'maps' | 'map' | 'overview' | 'alerts' | 'wall' | 'help' | 'tasks' | 'paths' | 'funnel' | 'groups' | 'personas' | 'hypotheses' | 'report' | 'people' | 'segments' | 'surveys' | 'themes' | 'find' | 'data' | 'set-aside' | 'sources' | 'shops' | 'reading' | 'recorded' | 'identity' | 'privacy' | 'bin' | 'propose' | 'templates' | 'sign-in' | 'welcome' | 'access' | 'record';

// Pages take the id from their address, when it has one.
type Page = Component<{ id: string }>;

const files = import.meta.glob<{ default: Page }>('./*/Page.svelte');

export async function loadPage(name: PageName): Promise<Page> {
  const load = files[`./${name}/Page.svelte`];
  if (!load) throw new Error(`There is no page ${name}.`);
  return (await load()).default;
}
