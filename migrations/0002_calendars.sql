-- Who opens which calendar feed. The address holds 256 random bits; only their SHA-256 is kept, so that neither a dump
-- nor an operator can read anybody's calendar by it.
create table calendars (
  tenant text not null,
  person text not null,
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  primary key (tenant, person)
);
