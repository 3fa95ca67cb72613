-- Where Bowout was added by "Add to Slack". The token is encrypted with a key of its own; everything else is an id or
-- a time. The id is the workspace's, or the organisation's when it was added to all of it.
create table installations (
  id text primary key,
  tenant text not null,
  bot text not null,
  wrapped_key bytea not null,
  key_id text not null references master_keys,
  token bytea not null,
  added_at timestamptz not null default now()
);
create index installations_tenant on installations (tenant);

-- Who began to add Bowout, by the SHA-256 of what their browser holds: used once, within minutes.
create table install_states (
  hash text primary key,
  expires_at timestamptz not null
);

-- Where Bowout was removed: all of the tenant goes, or with a place those whose conversation is there. Kept a little
-- longer than the rows, for a turn that was under way.
create table removed_installations (
  tenant text not null,
  place text not null default '',
  removed_at timestamptz not null default now(),
  primary key (tenant, place)
);
create index people_place on people (tenant, (address -> 'to' ->> 'team'));
