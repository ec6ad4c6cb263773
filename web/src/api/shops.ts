// Shops: what is known of them, and pages for check-in and tally.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Shops = Schemas['ShopView'];
export type ShopPage = Schemas['ShopPage'];
export type PageKind = ShopPage['page'];

export const getShops = (signal?: AbortSignal): Promise<Shops> => get('/api/shop', {}, signal);

export const createPage = (page: PageKind, place: string, address: string): Promise<ShopPage> =>
  post('/api/shop/pages', { page, place, address });
