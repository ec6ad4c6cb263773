// All words in one language: every file of its folder, each key led by the file's name ("funnel.title").
import { gather } from './gather';

export default gather(import.meta.glob<Record<string, never>>('./cs/*.json', { eager: true, import: 'default' }));
