# story: the person moves; every reminder keeps its clock time there  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> time zone
  < conversation.zone ~ "Europe/Berlin"
> the moon
  < conversation.zone-unread
> America/New_York
  < conversation.zone-set
  < offer.role
  = o1:reply-by:24h 2026-11-26T09:00
> reminders
  < reminders.list ~ "America/New_York" ~ "9:00"
  < offer.role
@ 2026-11-26T14:59
  < reminders.reply-by
@ 2026-11-26T15:01
  < reminders.reply-by ~ "tomorrow"
