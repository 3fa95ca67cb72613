# story: edits the first sentence, a branching answer and a typo; the rest follows  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme, they want an answer by November 27
  < conversation.summary ~ "Acme"
  < offer.role
  = o1:reply-by:24h 2026-11-26T09:00
> edit "I got an offer from Acme, they want an answer by November 27": I got an offer from Globex, they want an answer by December 4
  < conversation.edited.changed ~ "Company: Globex (before: Acme)" ~ "Friday, December 4, 2026"
  < offer.role
  = o1:reply-by:24h 2026-12-03T09:00
> Designer
  < offer.pay
> quite a lot
  < offer.pay ~ "I could not read an amount"
> edit "quite a lot": 85k a year
  < offer.extras ~ "Noted: 85,000 a year"
> edit "85k a year": 95k a year
  < offer.extras ~ "Changed. Base pay: 95,000 a year (before: 85,000 a year)"
> edit "95k a year": 95k a year
> edit "Designer": Lead designer
  < offer.extras ~ "Changed. Role: Lead designer (before: Designer)"
> [That's all I know]
  < offer.goals
> forward
> fits
> my present job
  < offer.compare
> better
  < offer.people
> edit "my present job": nothing at the moment
  < offer.people ~ "Changed. Best alternative"
> edit "nothing at the moment": purple
  < offer.alternatives ~ "could not match" [Keep it]
> edit "purple": my present job
  < offer.people
> pause
  < conversation.paused
> edit "fits": clashes
  < conversation.edited.changed ~ "Changed."
> go on
  < offer.people
! conversation.stale
