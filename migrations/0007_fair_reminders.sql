-- Finds what is due tenant by tenant, when one of them has more due than can be done at once.
create index reminders_due_of_tenant on reminders (tenant, due_at) where status = 'pending';
