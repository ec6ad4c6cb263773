// Once the visitor agreed, asks which surveys this page may show, and fetches what shows them: most pages need neither.
import type { Store } from './store';
import type { Visit } from './visit';

interface From {
  base: string;
  key: string;
}

/** Gives what looks whether it is time; it asks once. */
export function surveys(window: Window, { base, key }: From, store: Store, visit: Visit): () => void {
  let asked = false;

  async function ask(): Promise<void> {
    const query = new URLSearchParams({ writeKey: key, anonymousId: visit.anonymous, ...(visit.user ? { userId: visit.user } : {}) });
    const answer = await fetch(new URL(`v1/surveys?${query}`, base).href, { credentials: 'omit' });
    const told = answer.ok ? ((await answer.json()) as { surveys: unknown[] }).surveys : [];
    if (!told.length) return;
    (window as { cestaSurveys?: unknown }).cestaSurveys = {
      surveys: told,
      visitor: visit.anonymous,
      disk: store,
      say: (nobody: string | null) => (event: string, properties: Record<string, unknown>) => visit.answer(event, properties, nobody),
      heard: (listener: (event: string) => void) => visit.heard(listener),
    };
    const script = window.document.createElement('script');
    script.src = new URL('cesta-survey.js', base).href;
    window.document.head.append(script);
  }

  return () => {
    if (asked || !store.agreed) return;
    asked = true;
    ask().catch(() => {}); // without a connection there is no survey, and nothing is lost
  };
}
