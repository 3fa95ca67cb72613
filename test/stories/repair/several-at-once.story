# story: a second offer in the middle of the first, then back to the first  tz: America/New_York  now: 2026-11-20T10:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> [That's all I know]
  < offer.goals
> I also got an offer from Globex, they need an answer by December 4
  < conversation.another-start ~ "your offer"
  < conversation.summary ~ "Globex"
  < offer.role
  = o3:reply-by:24h 2026-12-03T09:00
> cancel
  < conversation.cancelled
  < offer.goals
> list
  < menu.list ~ "A: Acme Corp, open" ~ "B: Globex, open"
