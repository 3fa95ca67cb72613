# story: delete needs a clear yes, then everything is gone  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> delete
  < conversation.delete [Delete everything] [Go on]
> no, wait
  < conversation.left-as-it-was
  < offer.role
  = o1:reply-by:24h 2026-11-26T09:00
> delete
  < conversation.delete
> [Delete everything]
  < conversation.deleted
  = none o1:reply-by:24h
> hello
  < greeting.hello
  < greeting.privacy
  < menu.text
