-- A reminder that was kept back until the end of the quiet hours: newer messages to the person need not wait for it.
alter table outbox add column held boolean not null default false;
