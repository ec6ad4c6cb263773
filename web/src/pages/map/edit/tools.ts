// What the map page fetches only when somebody edits.
export { default as Bar } from './Bar.svelte';
export { default as Guide } from '../guide/Panel.svelte';
export { default as Drag } from './Drag.svelte';
export { default as History } from './History.svelte';
export { default as Inline } from './Inline.svelte';
export { default as MapForm } from './MapForm.svelte';
export { default as PartForm } from './PartForm.svelte';
export { default as Talk } from './Talk.svelte';
export { MapDesk } from './desk.svelte';
