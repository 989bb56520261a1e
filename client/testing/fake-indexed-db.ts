import * as fake from 'fake-indexeddb';

const { IDBFactory, IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction } = fake;

/** Gives the process an IndexedDB, empty and in memory. */
export function installIndexedDb(): void {
  const classes = { IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction };
  Object.assign(globalThis, classes);
  Object.defineProperty(globalThis, 'indexedDB', { value: new IDBFactory(), configurable: true, writable: true });
}
