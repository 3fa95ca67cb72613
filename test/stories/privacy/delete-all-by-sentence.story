# story: "delete everything" asks once, then nothing is left  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> delete everything about me
  < conversation.delete [Delete everything] [Go on]
> [Delete everything]
  < conversation.deleted
  = none o1:reply-by:24h
> calendar
  < privacy.calendar.none
