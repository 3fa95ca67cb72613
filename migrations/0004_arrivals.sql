-- What has arrived at one of the replicas and is not handled yet, for all of them to see at once: whoever has something
-- that the same person did later lets it pass. Unlogged, since it is of use for a second or two: written without waiting
-- for the disk, and gone after a crash, when the platforms send again what nobody acknowledged.
create unlogged table arrivals (
  tenant text not null,
  person text not null,
  id text not null,
  -- By the platform's clock, in microseconds since 1970.
  done_at bigint not null,
  announced_at timestamptz not null default now(),
  primary key (tenant, person, id)
) with (autovacuum_vacuum_scale_factor = 0.01);
create index arrivals_announced on arrivals (announced_at);

-- As for the other tables of migration 0003.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bowout_turn') then
    return;
  end if;
  grant select, insert, update, delete on arrivals to bowout_turn;
  alter table arrivals enable row level security;
  create policy own_rows on arrivals to bowout_turn
    using (tenant = current_setting('bowout.tenant', true) and person = current_setting('bowout.person', true));
end $$;
