import { DurableObject } from 'cloudflare:workers';

export class ImportObject extends DurableObject<Env> {}
