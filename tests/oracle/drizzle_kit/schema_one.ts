import { pgTable, pgSchema, pgEnum, pgSequence, pgView, pgMaterializedView, pgPolicy, text, integer, serial, bigserial, smallserial, uuid, varchar, char, numeric, timestamp, time, date, boolean, jsonb, json, real, doublePrecision, interval, bigint, smallint, inet, cidr, macaddr, point, line, vector, bit, index, uniqueIndex, unique, check, primaryKey, foreignKey, customType } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
export const app = pgSchema('app');
export const mood = pgEnum('mood', ['sad','ok',"it's"]);
export const St = app.enum('St', ['a','B']);
export const sq = pgSequence('sq', { startWith: 10, increment: 2, cycle: true });
const citext = customType<{data:string}>({ dataType() { return 'citext'; } });
const ts = customType<{data:string}>({ dataType() { return 'tsvector'; } });
export const users = pgTable('users', {
  id: serial('id').primaryKey(),
  ident: integer('ident').generatedAlwaysAsIdentity({ startWith: 5 }),
  bs: bigserial('bs', {mode:'number'}), ss: smallserial('ss'),
  u: uuid('u').defaultRandom().unique(), v: varchar('v', { length: 20 }).default("it's"), v0: varchar('v0'),
  c: char('c', { length: 3 }), n: numeric('n', { precision: 10, scale: 2 }).default('1.50'), n6: numeric('n6',{precision:6}),
  t: timestamp('t', { precision: 3, withTimezone: true }).defaultNow().notNull(), t2: timestamp('t2'), tm: time('tm',{precision:2}), d: date('d').default('2020-01-01'),
  b: boolean('b').default(true), j: jsonb('j').default({ a: 1 }), js: json('js').default([]), r: real('r').default(1.5), dp: doublePrecision('dp').default(-2),
  iv: interval('iv', { fields: 'day to second', precision: 3 }), bi: bigint('bi', { mode: 'bigint' }).default(sql`0`), si: smallint('si').default(-1),
  ip: inet('ip'), cd: cidr('cd'), mac: macaddr('mac'), pt: point('pt'), ln: line('ln'), bt: bit('bt',{dimensions:3}),
  m: mood('m').default('ok').notNull(), st: St('st').default('B'), marr: mood('marr').array().default(['sad']), arr: text('arr').array().default([]), arr2: integer('arr2').array().array(),
  ct: citext('ct'), tsv: ts('tsv'),
  gen: text('gen').generatedAlwaysAs(sql`upper(v)`),
  Camel: text('CamelCase'),
}, (t) => [
  index('i1').on(t.v.desc(), t.n.asc().nullsFirst()), uniqueIndex('i2').on(sql`lower(${t.v})`).where(sql`${t.b} is true`),
  index('i3').using('gin', t.j), index('i4').on(t.v.op('text_pattern_ops')), index('i5').on(t.d.desc().nullsLast()),
  unique('un').on(t.v, t.n).nullsNotDistinct(), check('ck', sql`${t.n} > 0 and length(${t.v}) < 10`),
  pgPolicy('pol', { as: 'restrictive', for: 'select', to: 'public', using: sql`true` }),
]);
export const posts = app.table('posts', {
  a: integer('a').references(() => users.id, { onDelete: 'set null', onUpdate: 'cascade' }), b: integer('b').notNull(), title: text('title'),
}, (t) => [ primaryKey({ columns: [t.a, t.b] }), foreignKey({ columns: [t.b], foreignColumns: [users.id], name: 'fk_named' }) ]);
export const v = pgView('vv').as((qb) => qb.select({ id: users.id, v: users.v }).from(users));
export const mv = pgMaterializedView('mv').withNoData().as((qb) => qb.select({ id: users.id }).from(users));
export const ex = pgView('exv', { id: integer('id') }).existing();
