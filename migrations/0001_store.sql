-- Bytes are encrypted with the person's own key; every other column is an id, a time or a word of this program.

-- Master keys that ever wrapped a person's key here: a start with another key is refused instead of half working.
create table master_keys (
  key_id text primary key,
  first_used_at timestamptz not null default now()
);

-- A row without a state is bare: a key and nothing more, while a first turn runs or a goodbye is on its way.
create table people (
  tenant text not null,
  person text not null,
  wrapped_key bytea not null,
  key_id text not null references master_keys,
  zone text,
  locale text,
  address jsonb,
  state bytea,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (tenant, person)
);
create index people_bare on people (last_seen_at) where state is null;

create table inbound (
  tenant text not null,
  person text not null,
  id text not null,
  noted_at timestamptz not null default now(),
  primary key (tenant, person, id)
);
create index inbound_noted on inbound (noted_at);

-- `at` and `until` are wall-clock times in `zone`; `due_at` is derived from them. Ended rows stay: their
-- occurrence number must never be used twice.
create table reminders (
  tenant text not null,
  person text not null,
  id text not null,
  kind text not null,
  about text not null,
  at text not null,
  zone text not null,
  until text,
  due_at timestamptz not null,
  occurrence integer not null default 1,
  status text not null default 'pending'
    check (status in ('pending', 'claimed', 'fired', 'unwanted', 'forgotten', 'unreachable', 'dead')),
  attempts integer not null default 0,
  lease_owner text,
  lease_until timestamptz,
  primary key (tenant, person, id)
) with (autovacuum_vacuum_scale_factor = 0.01);
create index reminders_due on reminders (due_at) where status = 'pending';
create index reminders_claimed on reminders (lease_until) where status = 'claimed';

-- `doubt_since` is when the first attempt began that may have arrived without an answer: a post with an unknown end,
-- or one of the `crashes`, where the process ended first.
create table outbox (
  id bigserial primary key,
  delivery uuid not null,
  tenant text not null,
  person text not null,
  channel text not null,
  address jsonb not null,
  payload bytea,
  status text not null default 'pending' check (status in ('pending', 'sending', 'done', 'dead')),
  attempts integer not null default 0,
  crashes integer not null default 0,
  doubt_since timestamptz,
  available_at timestamptz not null default now(),
  claimed_at timestamptz,
  lease_owner text,
  lease_until timestamptz,
  external_id text,
  settled_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0.01);
create index outbox_pending on outbox (tenant, available_at, id) where status = 'pending';
create index outbox_sending on outbox (lease_until) where status = 'sending';
create index outbox_open on outbox (tenant, person, id) where status in ('pending', 'sending');
create index outbox_settled on outbox (settled_at) where status in ('done', 'dead');
create index outbox_person on outbox (tenant, person);

-- One row for each attempt to send, written at the claim: without an end, the process died on the way.
create table attempts (
  id bigserial primary key,
  outbox_id bigint not null,
  n integer not null,
  tenant text not null,
  person text not null,
  owner text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text,
  reason text,
  external_id text
);
create index attempts_of_delivery on attempts (tenant, person, outbox_id);
create index attempts_started on attempts (started_at);

-- A platform asked a whole tenant to wait.
create table pauses (
  tenant text not null,
  channel text not null,
  until timestamptz not null,
  primary key (tenant, channel)
);
