-- A turn takes on this role and says whose it is; then the database itself hides the rows of all others, also from a
-- statement that forgot to ask for one person's. Claims, purges and look-ups by token stay with the owner of the
-- tables. Where the role can't be made, this is left out, and the log says so at every start (see docs/security.md).
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'bowout_turn') then
      create role bowout_turn nologin;
    end if;
  exception
    -- Another database of the same server may be doing the same at this moment.
    when duplicate_object or unique_violation or insufficient_privilege then null;
  end;
  -- Whoever makes a role may give it away, but may not yet take it on. A superuser may do both.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant bowout_turn to %I', current_user);
  end if;
exception
  when insufficient_privilege or undefined_object then null;
end $$;

do $$
declare
  name text;
begin
  if not exists (select from pg_roles where rolname = 'bowout_turn') then
    return;
  end if;
  execute format('grant usage on schema %I to bowout_turn', current_schema());
  foreach name in array array['people', 'inbound', 'reminders', 'outbox', 'attempts', 'calendars'] loop
    execute format('grant select, insert, update, delete on %I to bowout_turn', name);
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_rows on %I to bowout_turn
         using (tenant = current_setting(''bowout.tenant'', true) and person = current_setting(''bowout.person'', true))',
      name
    );
  end loop;
  grant usage on sequence outbox_id_seq, attempts_id_seq to bowout_turn;
end $$;
