-- Messages of the coach that are to be taken away from the platform. `delivery` is the outbox's; without an
-- `external_id` the channel looks the message up, since it may have arrived without an answer.
create table removals (
  tenant text not null,
  person text not null,
  delivery uuid not null,
  channel text not null,
  address jsonb not null,
  external_id text,
  -- The place in the conversation: the newest goes first.
  place bigint not null,
  attempts integer not null default 0,
  available_at timestamptz not null default now(),
  lease_owner text,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant, person, delivery)
);
create index removals_waiting on removals (available_at, place desc);
create index removals_claimed on removals (tenant, channel) where lease_until is not null;

-- What the outbox no longer needs and a removal does: where each message stands on the platform.
create table posted (
  tenant text not null,
  person text not null,
  delivery uuid not null,
  channel text not null,
  address jsonb not null,
  external_id text not null,
  place bigint not null,
  primary key (tenant, person, delivery)
);

-- Was on its way when its removal was asked for: it is not tried again, and goes with its removal.
alter table outbox add column unwanted boolean not null default false;

do $$
declare
  name text;
begin
  if not exists (select from pg_roles where rolname = 'bowout_turn') then
    return;
  end if;
  foreach name in array array['removals', 'posted'] loop
    execute format('grant select, insert, update, delete on %I to bowout_turn', name);
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_rows on %I to bowout_turn
         using (tenant = current_setting(''bowout.tenant'', true) and person = current_setting(''bowout.person'', true))',
      name
    );
  end loop;
end $$;
