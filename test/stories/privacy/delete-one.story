# story: one opportunity is deleted, with its reminders and its open questions; the other stays  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> menu
> [I have an offer]
  < offer.company
> Globex
  < offer.deadline
> December 4
  = o1:reply-by:24h 2026-11-26T09:00
> delete
  < privacy.delete.which [Delete A] [Delete B] [Delete everything]
> [Delete A]
  < privacy.delete.ask-one ~ "delete A" [Delete A] [Go on]
> [Go on]
  < conversation.left-as-it-was
  = o1:reply-by:24h 2026-11-26T09:00
> delete opportunity A
  < privacy.delete.ask-one
> yes
  < privacy.delete.one-gone ~ "A is deleted"
  = none o1:reply-by:24h
  = none o1:reply-by:48h
  = none o1:reply-by:day
> list
  < menu.list ~ "B: Globex"
> delete opportunity Q
  < privacy.delete.unknown
> forget Globex
  < privacy.delete.ask-one ~ "delete B"
> [Delete B]
  < privacy.delete.one-gone
> list
  < menu.nothing-yet
