// JavaScript, because start.ts hands this file to workerd as it is, beside the Worker's bundle.
import app, * as objects from './index.js';

/**
 * The Worker as it is, with everything counted that is billed. What objects write and read is what their own cursors say; calls
 * are counted where they leave.
 */

/** @type {Record<string, number>} */
let counts = {};
/** Cursors that may be read from still. @type {SqlStorageCursor<any>[]} */
let cursors = [];

/** @param {string} what */
function count(what, by = 1) {
  counts[what] = (counts[what] ?? 0) + by;
}

/** @param {DurableObjectStorage} storage */
function countRows(storage) {
  const prototype = Object.getPrototypeOf(storage.sql);
  if (prototype.isCounted) return;
  prototype.isCounted = true;
  const { exec } = prototype;
  /** @param {unknown[]} args */
  prototype.exec = function (...args) {
    const cursor = exec.apply(this, args);
    cursors.push(cursor);
    return cursor;
  };
}

/**
 * The environment, whose objects, databases and queues count.
 * @param {Env} env
 */
function counted(env) {
  return new Proxy(env, {
    get(target, name) {
      const binding = Reflect.get(target, name);
      if (binding?.getByName) return countedNamespace(binding, String(name));
      if (binding?.sendBatch) return countedQueue(binding);
      if (binding?.prepare) return countedDatabase(binding);
      return binding;
    },
  });
}

/**
 * @param {DurableObjectNamespace} namespace
 * @param {string} name
 */
function countedNamespace(namespace, name) {
  return {
    /** @param {string} id */
    getByName(id) {
      const stub = namespace.getByName(id);
      return new Proxy(stub, {
        get(target, method) {
          const member = Reflect.get(target, method);
          if (typeof member !== 'function') return member;
          /** @param {unknown[]} args */
          return (...args) => {
            count('object requests');
            count(`  ${name}.${String(method)}`);
            return Reflect.apply(member, target, args);
          };
        },
      });
    },
  };
}

/** Each message is written, read and deleted. @param {Queue} queue */
function countedQueue(queue) {
  return {
    /** @param {unknown[]} args */
    send(...args) {
      count('queue operations', 3);
      return Reflect.apply(queue.send, queue, args);
    },
    /** @param {unknown[][]} args */
    sendBatch(...args) {
      count('queue operations', 3 * (args[0]?.length ?? 0));
      return Reflect.apply(queue.sendBatch, queue, args);
    },
  };
}

/** @param {D1Database} database */
function countedDatabase(database) {
  /** @param {D1Result} result */
  const note = (result) => {
    count('D1 rows read', result.meta.rows_read);
    count('D1 rows written', result.meta.rows_written);
    return result;
  };
  /**
   * @param {D1PreparedStatement} statement
   * @param {boolean} isRead
   */
  const countedStatement = (statement, isRead) =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'statement') return target;
        const member = Reflect.get(target, name);
        /** @param {unknown[]} args */
        return (...args) => {
          // `first` and `raw` say nothing of what they cost, and only `raw` tells columns of one name apart.
          if (name === 'first') return target.all().then((result) => firstOf(note(result), args[0]));
          if (name === 'raw' && isRead) return target.all().then((result) => note(result) && target.raw());
          if (name === 'raw') return target.all().then((result) => note(result).results.map(Object.values));
          const answer = Reflect.apply(member, target, args);
          return name === 'bind' ? countedStatement(answer, isRead) : answer.then(note);
        };
      },
    });
  return new Proxy(database, {
    get(target, name) {
      if (name === 'prepare') {
        return (/** @type {string} */ sql) => countedStatement(target.prepare(sql), /^\s*select/i.test(sql));
      }
      if (name === 'batch') {
        return async (/** @type {any[]} */ statements) =>
          (await target.batch(statements.map(({ statement }) => statement))).map(note);
      }
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/**
 * @param {D1Result} result
 * @param {unknown} column
 */
function firstOf({ results: [row] }, column) {
  if (row === undefined) return null;
  return column === undefined ? row : Reflect.get(row, String(column));
}

/**
 * @template {new (ctx: DurableObjectState, env: Env) => any} T
 * @param {T} Base
 */
function countedObject(Base) {
  return class extends Base {
    constructor(/** @type {any[]} */ ...[ctx, env]) {
      countRows(ctx.storage);
      super(ctx, counted(env));
    }
    /** @param {unknown[]} args */
    webSocketMessage(...args) {
      count('socket messages');
      return super.webSocketMessage(...args);
    }
    /** @param {unknown[]} args */
    alarm(...args) {
      count('object requests');
      count('  alarms');
      return super.alarm(...args);
    }
  };
}

export const ChannelObject = countedObject(objects.ChannelObject);
export const SessionObject = countedObject(objects.SessionObject);
export const AuditObject = countedObject(objects.AuditObject);
export const ImportObject = countedObject(objects.ImportObject);
export const RelayObject = countedObject(objects.RelayObject);

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {ExecutionContext} ctx
   */
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname === '/counts') return Response.json(takeCounts());
    count('requests');
    return app.fetch(request, counted(env), ctx);
  },
  /**
   * @param {MessageBatch} batch
   * @param {Env} env
   */
  async queue(batch, env) {
    count('requests');
    await app.queue(batch, counted(env));
  },
};

/** What was counted since it was last asked. */
function takeCounts() {
  for (const cursor of cursors) {
    count('rows read', cursor.rowsRead);
    count('rows written', cursor.rowsWritten);
  }
  const taken = counts;
  counts = {};
  cursors = [];
  return taken;
}
